using System.Text.RegularExpressions;
using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>The shipped content on a clock that a test moves: deadlines pass without waiting.</summary>
public sealed class StoppedSite : App
{
    protected override string ContentFolder => Repository.ShippedContent;
}

/// <summary>An assignment from its setting to the answered 复核: the teacher at a desk, three learners on their phones.</summary>
[Collection(BrowserGroup.Name)]
public sealed class OneAssignment(Browser browser, StoppedSite site) : IClassFixture<StoppedSite>
{
    private const string First = "感谢您把意见说出来，我今天就到现场去看。", Changed = "我今天下班前到现场去看，三天内给您答复。";
    private readonly List<string> problems = [];

    [BrowserFact]
    public async Task From_the_setting_through_marks_and_to_dos_to_the_answered_appeal()
    {
        using var room = await Classroom.NewAsync(site);
        using var third = await ThirdAsync(room);
        var teacher = await OpenAsync(room.Teacher, 1280);
        var inTime = await OpenAsync(room.A, 390);
        var late = await OpenAsync(room.B, 390);
        var twice = await OpenAsync(third, 390);

        // Set: two fields beyond the usual ones.
        await teacher.GotoAsync($"/classes/{room.ClassId}");
        await teacher.GetByRole(AriaRole.Link, new() { Name = "布置作业" }).ClickAsync();
        await teacher.Locator("input[name=Pick]").First.CheckAsync();
        await teacher.GetByText("更多：").ClickAsync();
        var local = TimeZoneInfo.ConvertTime(site.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DateTime;
        await teacher.GetByLabel("截止", new() { Exact = true }).FillAsync(Typed(local.AddHours(3)));
        await teacher.GetByLabel("最晚收卷（空着就是截止后不收）").FillAsync(Typed(local.AddDays(3)));
        await teacher.GetByRole(AriaRole.Button, new() { Name = "布置下去" }).ClickAsync();
        await Expect(teacher.GetByText("0 / 3 人已交")).ToBeVisibleAsync();
        var assignment = teacher.Url;

        // Hand in: in time, twice, late.
        await HandInAsync(inTime, First);
        await Expect(inTime.GetByText("没有迟交")).ToBeVisibleAsync();
        await HandInAsync(twice, "先把情况问清楚。");
        await twice.GotoAsync("/assignments");
        await twice.Locator("main h3 a").ClickAsync();
        await HandInAsync(twice, "先把情况问清楚，再说清楚什么时候改。", "再做一次", opens: false);
        site.Clock.Advance(TimeSpan.FromHours(4));
        await HandInAsync(late, "这件事我来负责，明天给大家一个说法。");
        await Expect(late.GetByText("迟交").First).ToBeVisibleAsync();

        // Mark: keys alone, from the class page to the release.
        await teacher.GotoAsync(assignment);
        await ByTabAsync(teacher, "批改");
        await Expect(teacher.Locator("table.queue .tag.warn")).ToHaveCountAsync(1);
        await ByTabAsync(teacher, "从下一份未批的开始");
        for (var n = 0; n < 3; n++)
        {
            await teacher.Locator("#marking-form[data-ready]").WaitForAsync();
            foreach (var _ in await teacher.Locator("[data-element]").AllAsync()) await teacher.Keyboard.PressAsync("h");
            await teacher.Keyboard.PressAsync("s");
            await teacher.Keyboard.PressAsync("m");
            await teacher.Keyboard.InsertTextAsync("这里说出一个具体的时间。");
            await teacher.Keyboard.PressAsync("Escape");
            if (n < 2) await teacher.Keyboard.PressAsync("s");
            var name = await teacher.Locator("h1").TextContentAsync();
            await teacher.Keyboard.PressAsync("Control+Enter");
            await Expect(teacher.Locator("h1")).Not.ToHaveTextAsync(name!);
        }
        await Expect(teacher.GetByText("都批完了")).ToBeVisibleAsync();
        await inTime.GotoAsync("/feedback");
        await Expect(inTime.GetByText("等老师统一发布")).ToBeVisibleAsync();
        await ByTabAsync(teacher, "概览");
        await Expect(teacher.GetByRole(AriaRole.Heading, new() { Name = "还没有发布" })).ToBeVisibleAsync();
        await ByTabAsync(teacher, "发布给全班");
        await Expect(teacher.GetByRole(AriaRole.Heading, new() { Name = "已经发布" })).ToBeVisibleAsync();

        // Work through it: 知道了 for the one, 我来改 and a new hand-in for the other.
        await OpenFeedbackAsync(late);
        await late.GetByRole(AriaRole.Button, new() { Name = "知道了" }).ClickAsync();
        await Expect(late.GetByRole(AriaRole.Button, new() { Name = "知道了" })).ToHaveAttributeAsync("aria-pressed", "true");
        await OpenFeedbackAsync(inTime);
        await inTime.GetByRole(AriaRole.Button, new() { Name = "我来改" }).ClickAsync();
        await inTime.GetByRole(AriaRole.Button, new() { Name = "按批注改，再交一次" }).ClickAsync();
        await inTime.Locator("textarea").First.FillAsync(Changed);
        await FitsAsync(inTime);
        await inTime.GetByRole(AriaRole.Button, new() { NameRegex = new("改好了") }).ClickAsync();
        await Expect(inTime.Locator("#todos")).ToHaveCountAsync(0);
        await ConfirmAsync(inTime);
        await OpenFeedbackAsync(inTime, unread: false);
        await Expect(inTime.GetByText("这里的分数和批注是写给这一稿的")).ToBeVisibleAsync();
        await Expect(inTime.Locator(".beforeafter ins")).ToHaveTextAsync(Changed);

        // Dispute, and the answer to it.
        await inTime.GetByRole(AriaRole.Link, new() { NameRegex = new("申请复核") }).First.ClickAsync();
        await inTime.GetByLabel("理由").FillAsync("第一句里已经说了今天就去，请老师再看一下。");
        await FitsAsync(inTime);
        await inTime.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();
        await Expect(inTime.GetByText("已申请，等老师答复")).ToBeVisibleAsync();
        site.Clock.Advance(TimeSpan.FromHours(1));
        await teacher.ReloadAsync();
        await teacher.GetByRole(AriaRole.Link, new() { Name = "学员的回应" }).ClickAsync();
        await Expect(teacher.Locator(".beforeafter")).ToContainTextAsync(Changed);
        await teacher.GetByRole(AriaRole.Link, new() { Name = "复核（1）" }).ClickAsync();
        await teacher.GetByLabel("复核后的分数").FillAsync("1.5");
        await teacher.GetByLabel("答复").FillAsync("再看了一遍，时间说到了，办法还没有。");
        await teacher.GetByRole(AriaRole.Button, new() { Name = "答复" }).ClickAsync();
        await Expect(teacher.GetByText("复核后 1.5 分")).ToBeVisibleAsync();

        await OpenFeedbackAsync(inTime);
        await Expect(inTime.GetByText("办法还没有")).ToBeVisibleAsync();
        await Expect(inTime.GetByText("复核后 1.5 分")).ToBeVisibleAsync();
        await FitsAsync(inTime);
        problems.Should().BeEmpty();
        foreach (var page in new[] { teacher, inTime, late, twice }) await page.Context.CloseAsync();
    }

    private async Task<Visitor> ThirdAsync(Classroom room)
    {
        var name = $"学员丙{room.ClassId}";
        var visitor = await site.NewPersonAsync(name, Roles.Learner);
        var id = await BigClass.IdOfAsync(site, name);
        await site.InDbAsync(async db =>
        {
            (await db.Classes.Include(c => c.Members).Include(c => c.Roster).SingleAsync(c => c.Id == room.ClassId)).Admit(id, ClassRole.Learner, site.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        return visitor;
    }

    private async Task<IPage> OpenAsync(Visitor visitor, int width)
    {
        var page = await browser.OpenAsync(site.Address, width);
        await page.Context.AddCookiesAsync(visitor.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString() }));
        page.Console += (_, message) => { if (message.Type == "error") problems.Add(message.Text); };
        return page;
    }

    private static async Task HandInAsync(IPage page, string words, string begins = "开始作答", bool opens = true)
    {
        if (opens)
        {
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Link, new() { Name = "去做" }).ClickAsync();
        }
        await page.GetByRole(AriaRole.Button, new() { Name = begins }).ClickAsync();
        await page.Locator("textarea").First.FillAsync(words);
        await FitsAsync(page);
        await ConfirmAsync(page);
    }

    private static async Task ConfirmAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "检查并交卷" }).ClickAsync();
        var submit = page.GetByRole(AriaRole.Button, new() { Name = "交卷", Exact = true });
        await Expect(submit).ToBeVisibleAsync();
        await FitsAsync(page);
        await submit.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "交卷回执" })).ToBeVisibleAsync();
    }

    private static async Task OpenFeedbackAsync(IPage page, bool unread = true)
    {
        await page.GotoAsync("/feedback");
        await FitsAsync(page);
        if (unread) await Expect(page.Locator("main .dot")).ToHaveCountAsync(1);
        await page.Locator("main h2 a").First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/feedback/."));
        await FitsAsync(page);
    }

    /// <summary>Goes by the Tab key to a link or button of that name, and presses Enter.</summary>
    private static async Task ByTabAsync(IPage page, string name)
    {
        const int MostSteps = 40;
        for (var i = 0; i < MostSteps; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("() => document.activeElement.closest('main') ? document.activeElement.textContent.trim() : ''") == name)
            {
                await page.Keyboard.PressAsync("Enter");
                await page.WaitForLoadStateAsync();
                return;
            }
        }
        throw new InvalidOperationException($"“{name}” is not reached by Tab on {page.Url}");
    }

    private static async Task FitsAsync(IPage page) =>
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0);

    private static string Typed(DateTime local) => local.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
