using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Paper.Codes;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace InterviewPrep.BrowserTests;

/// <summary>A class on paper: its pack in one print, and handwriting marked on the desk by mouse, finger and keys.</summary>
[Collection(BrowserGroup.Name)]
public sealed class PaperInClass(Browser browser, Site site)
{
    private const string Question = "library-cleared-seat";

    [BrowserFact]
    public async Task A_class_of_thirty_has_its_pack_in_one_print()
    {
        const int learners = 30;
        using var teacher = await site.NewPersonAsync("印纸的老师", Roles.Teacher);
        var (classId, assignmentId) = await ClassAsync("印纸的老师", learners);
        var address = $"/classes/{classId}/assignments/{assignmentId}/sheets";
        await teacher.SubmitAsync(await teacher.GetAsync(address), "form[action*=Draw]");
        var page = await OpenAsync(teacher);

        await page.GotoAsync(address);
        await page.Locator("[data-pack]").WaitForAsync();
        await page.Locator("[data-pack][data-done]").WaitForAsync();
        using var pdf = await Pdf.PrintAsync(page);

        (await page.TextContentAsync("[data-pack]")).Should().Be($"{learners} 份都排好了");
        var pages = await pdf.PagesAsync();
        pages.Should().HaveCount(2 * learners);
        var lots = await site.InDbAsync(db => (from l in db.CandidateNumbers join u in db.Users on l.LearnerId equals u.Id where l.AssignmentId == assignmentId orderby u.StudentNumber select l.Number).ToListAsync());
        pages.Where((_, i) => i % 2 == 0).Zip(lots).Should().OnlyContain(p => p.First.Contains(CandidateNumber.Format(p.Second)));
        string.Concat(pages).Should().NotContain("纸上学员").And.NotContain("换成这样").And.NotContain("都排好了");
        (await pdf.OutsideAsync()).Should().BeEmpty();
        (await pdf.FontsAsync()).Missing.Should().BeEmpty();
        await EveryCodeIsItsLearnersAsync(pdf, assignmentId);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Comments_are_pinned_by_mouse_finger_and_keys_and_reach_the_learner()
    {
        using var room = await Classroom.NewAsync(site);
        var assignment = await room.AssignAsync(slugs: Question);
        var desk = await HandInAsync(room, assignment);

        var page = await OpenAsync(room.Teacher);
        await page.GotoAsync(desk);
        var photo = page.Locator("svg[data-page]").First;
        await photo.ClickAsync(new() { Position = new() { X = 120, Y = 300 } });
        await page.Keyboard.TypeAsync("用鼠标写的");
        await photo.FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("用键盘写的");
        await Assertions.Expect(page.Locator("[data-save-line]")).ToContainTextAsync("已保存");
        await page.Context.CloseAsync();

        var phone = await OpenAsync(room.Assistant, touch: true);
        await phone.GotoAsync(desk);
        await Assertions.Expect(phone.Locator(".pin")).ToHaveCountAsync(2);
        await phone.Locator("svg[data-page]").First.TapAsync(new() { Position = new() { X = 200, Y = 60 } });
        await phone.Keyboard.TypeAsync("用手指写的");
        foreach (var field in await phone.Locator("input[data-points]").AllAsync()) await field.FillAsync("10");
        await Assertions.Expect(phone.Locator("[data-save-line]")).ToContainTextAsync("已保存");
        await Assertions.Expect(phone.Locator(".pin text")).ToHaveTextAsync(["1", "2", "3"], new() { Timeout = 5_000 });
        (await phone.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0);
        await phone.Context.CloseAsync();

        await room.ReleaseAsync(assignment);
        var learner = await OpenAsync(room.A);
        await learner.GotoAsync("/feedback");
        await learner.Locator("main h2 a").First.ClickAsync();
        (await learner.Locator(".marked-pages .comments .plain").AllTextContentsAsync()).Should().Equal("用手指写的", "用鼠标写的", "用键盘写的");
        foreach (var (button, words) in new[] { ("打印反馈单", "手写第 1 页"), ("打印批改稿", "［1］用手指写的") })
        {
            await learner.GetByText(button).ClickAsync();
            await learner.Locator("main.paper").WaitForAsync();
            using var pdf = await Pdf.PrintAsync(learner);
            string.Concat(await pdf.PagesAsync()).Should().Contain(words).And.Contain("用键盘写的").And.NotContain("换成这样");
            (await pdf.OutsideAsync()).Should().BeEmpty();
            await learner.GoBackAsync();
        }
        await learner.Context.CloseAsync();
    }

    /// <returns>Address of the desk with the photographed answer of the first learner.</returns>
    private async Task<string> HandInAsync(Classroom room, Guid assignment)
    {
        var sheets = $"/classes/{room.ClassId}/assignments/{assignment}/sheets";
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(sheets), "form[action*=Draw]");
        var page = await OpenAsync(room.Teacher);
        await page.GotoAsync(sheets);
        using var pdf = await Pdf.PrintAsync(page);
        var photos = (await pdf.RasterAsync(100)).Take(2).ToArray();
        await page.GotoAsync("/scans");
        await page.SetInputFilesAsync("#photos", photos);
        await page.GetByRole(AriaRole.Button, new() { Name = "交上去" }).ClickAsync();
        await page.Locator("[data-done]").WaitForAsync();
        (await page.Locator("[data-outcomes] li").AllTextContentsAsync()).Should().HaveCount(2).And.OnlyContain(o => o.Contains("归到抽签号"));
        await page.GotoAsync("/scans");
        var desk = await page.Locator("#collected-h + .card .collected a").GetAttributeAsync("href");
        await page.Context.CloseAsync();
        return desk!;
    }

    private async Task EveryCodeIsItsLearnersAsync(Pdf pdf, Guid assignmentId)
    {
        var signer = site.Services.GetRequiredService<SheetSigner>();
        var learners = await site.InDbAsync(db => (from l in db.CandidateNumbers join u in db.Users on l.LearnerId equals u.Id where l.AssignmentId == assignmentId orderby u.StudentNumber select u.Id).ToListAsync());
        var pictures = await pdf.RasterAsync(75);
        for (var i = 0; i < pictures.Count; i++)
        {
            var read = (await Pdf.CodesAsync(pictures[i])).Select(signer.Read).Single();
            (signer.IsOf(read!, SeatId.Of(assignmentId, learners[i / 2])), read!.Page).Should().Be((true, i % 2 + 1), $"page {i + 1}");
        }
    }

    private Task<(Guid ClassId, Guid AssignmentId)> ClassAsync(string teacher, int learners) => site.InDbAsync(async db =>
    {
        var (now, teacherId) = (DateTimeOffset.UtcNow, await db.Users.Where(u => u.UserName == teacher).Select(u => u.Id).SingleAsync());
        var schoolClass = new SchoolClass("印纸的班", teacherId, now);
        for (var n = 1; n <= learners; n++)
        {
            var learner = new AppUser { Id = Guid.CreateVersion7(), UserName = $"paper-{n}", NormalizedUserName = $"PAPER-{n}", DisplayName = $"纸上学员{n}", StudentNumber = $"{n:000}", CreatedAt = now };
            db.Add(learner);
            schoolClass.Admit(learner.Id, ClassRole.Learner, now);
        }
        db.Add(schoolClass);
        var plan = new AssignmentPlan("纸上作业", "", Pace.Free, 0, false, now.AddHours(-1), now.AddDays(2), now.AddDays(3), 2, Reveal.AfterRelease, null, false);
        var assignment = db.Add(new Assignment(schoolClass.Id, plan, [(await db.CurrentRevisionAsync(Question, teacherId, default))!], null, teacherId, now)).Entity;
        await db.SaveChangesAsync();
        return (schoolClass.Id, assignment.Id);
    });

    private async Task<IPage> OpenAsync(Visitor person, bool touch = false)
    {
        var page = await browser.OpenAsync(site.Address, touch ? 390 : 1280, touch: touch);
        await page.Context.AddCookiesAsync(person.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString() }));
        return page;
    }
}
