using System.Globalization;
using Deque.AxeCore.Playwright;
using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>The marking desk without the mouse.</summary>
[Collection(BrowserGroup.Name)]
public sealed class MarkByKeyboard(Browser browser, Site site, ITestOutputHelper output)
{
    private const string Question = "bus-passed-stop-rain";

    // From the key to the first frame that shows the next answer, in the page's own clock.
    private const string Stopwatch = """
        () => {
          window.times = [];
          let pressed = 0;
          addEventListener("keydown", (e) => { if (e.key === "Enter" && e.ctrlKey) pressed = performance.now(); }, true);
          new MutationObserver((changes) => {
            if (pressed && changes.some((c) => [...c.addedNodes].some((n) => n.id === "marking-form"))) {
              const from = pressed;
              pressed = 0;
              requestAnimationFrame(() => requestAnimationFrame(() => window.times.push(performance.now() - from)));
            }
          }).observe(document.getElementById("main"), { childList: true });
        }
        """;

    private async Task<(IPage Page, string Queue, Guid Assignment)> OpenAsync(int submissions, string name)
    {
        using var teacher = await site.NewPersonAsync(name, Roles.Teacher);
        var (classId, assignment) = await BigClass.NewAsync(site, await BigClass.IdOfAsync(site, name), submissions, 0, Question);
        var page = await browser.OpenAsync(site.Address);
        await page.Context.AddCookiesAsync(teacher.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString() }));
        return (page, $"/classes/{classId}/assignments/{assignment}/marking", assignment);
    }


    [BrowserFact]
    public async Task Scores_stamps_comments_and_goes_on_by_keys_alone()
    {
        var (page, queue, assignment) = await OpenAsync(3, "键盘老师");
        await page.GotoAsync(queue);
        await page.GetByRole(AriaRole.Link, new() { Name = "从下一份未批的开始" }).PressAsync("Enter");
        await page.Locator("#marking-form[data-ready]").WaitForAsync();
        var elements = page.Locator("[data-element]");
        var most = await elements.EvaluateAllAsync<int[]>("all => all.map((e) => Number(e.dataset.most))");

        (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}").Should().BeEmpty();

        // While an input method composes, no key acts.
        await page.EvaluateAsync("() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', isComposing: true, bubbles: true }))");
        await Expect(page.Locator("input[data-points]").First).ToHaveValueAsync("");
        // Scores: digits where points are given, H for 好.
        foreach (var _ in most.Skip(1)) await page.Keyboard.PressAsync("h");
        await page.Keyboard.TypeAsync("7");
        await page.Keyboard.PressAsync(".");
        await page.Keyboard.PressAsync("5");
        await Expect(page.Locator("input[data-points]").Last).ToHaveValueAsync("7.5");
        // A stamp and a comment on the second sentence.
        await page.Keyboard.PressAsync("s");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("2");
        await Expect(page.Locator(".sentence[data-digit='2']")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("m");
        await page.Keyboard.TypeAsync("h1z2 说得具体");
        await Expect(page.Locator("input[data-points]").Last).ToHaveValueAsync("7.5");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        var first = await page.Locator("h1").TextContentAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("h1")).Not.ToHaveTextAsync(first!);
        await Expect(page.Locator("h1")).ToBeFocusedAsync();

        // The bank knows the comment already, by its initials.
        await page.Keyboard.PressAsync("s");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("sdjt");
        await Expect(page.Locator("#bank-list [role=option]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".comment textarea")).ToHaveValueAsync("h1z2 说得具体");
        await page.Keyboard.PressAsync("Escape");
        // Thrown out of the bank, it stays in the comment.
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("#bank-list [role=option]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Shift+Delete");
        await Expect(page.Locator("#bank-said")).ToContainTextAsync("已去掉「h1z2 说得具体」");
        await Expect(page.Locator("#bank-list [role=option]")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("s");
        foreach (var _ in most) await page.Keyboard.PressAsync("z");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("[data-save-line]")).ToContainTextAsync("已保存");
        foreach (var _ in most) await page.Keyboard.PressAsync("c");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".done").First).ToContainTextAsync("都批完了");

        var marks = await site.InDbAsync(db => db.Marks.Include(m => m.Comments).Where(m => m.Submission.AssignmentId == assignment).OrderBy(m => m.Submission.CandidateNumber).ToListAsync());
        marks.Should().HaveCount(3).And.OnlyContain(m => m.Total != null);
        marks[0].Stamps.Single().Digit.Should().Be(2);
        marks[0].Comments.Single().Snapshot.Should().Be("三个工作日内把结果告诉大家！");
        marks[1].Comments.Single().Start.Should().Be(0);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_save_that_another_marker_was_faster_with_stays_in_sight_and_leads_to_both_versions()
    {
        var (page, queue, assignment) = await OpenAsync(2, "两处老师");
        await page.GotoAsync(queue);
        await page.GetByRole(AriaRole.Link, new() { Name = "从下一份未批的开始" }).ClickAsync();
        await page.Locator("#marking-form[data-ready]").WaitForAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await other.Locator("#marking-form[data-ready]").WaitForAsync();
        await other.Keyboard.PressAsync("h");
        await Expect(other.Locator("[data-save-line]")).ToContainTextAsync("已保存");

        await page.Keyboard.PressAsync("c");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("[data-unscored]")).ToContainTextAsync("项没打分");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("学员002");
        await Expect(page.Locator("#marking-alerts")).ToContainTextAsync("学员001 未保存");
        await page.GetByRole(AriaRole.Button, new() { Name = "看两份" }).ClickAsync();
        await Expect(page.Locator("[data-both]")).ToBeVisibleAsync();
        (await site.InDbAsync(db => db.Marks.SingleAsync(m => m.Submission.AssignmentId == assignment))).Revision.Should().Be(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "用我填的", Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-both]")).ToHaveCountAsync(0);
        (await site.InDbAsync(db => db.Marks.SingleAsync(m => m.Submission.AssignmentId == assignment))).Revision.Should().Be(2);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task The_next_of_five_hundred_answers_waits_for_no_save()
    {
        var (page, queue, assignment) = await OpenAsync(500, "快手老师");
        await page.GotoAsync(queue);
        await page.GetByRole(AriaRole.Link, new() { Name = "从下一份未批的开始" }).ClickAsync();
        await page.Locator("#marking-form[data-ready]").WaitForAsync();
        await page.EvaluateAsync(Stopwatch);
        const int Rounds = 8;
        var network = new TaskCompletionSource();
        for (var i = 0; i < Rounds; i++)
        {
            await page.Locator("#marking-form[data-ready]").WaitForAsync();
            for (var e = await page.Locator("[data-element]").CountAsync(); e > 0; e--) await page.Keyboard.PressAsync("h");
            // The last time no save gets through: the next answer must be there before it.
            if (i == Rounds - 1) await page.RouteAsync("**", async route => { if (route.Request.Method == "POST") await network.Task; await route.ContinueAsync(); });
            await page.Keyboard.PressAsync("Control+Enter");
            await page.WaitForFunctionAsync($"() => window.times.length > {i}");
        }
        network.SetResult();
        await page.Locator("#marking-form[data-ready]").WaitForAsync();
        await page.WaitForFunctionAsync("async () => (await import('/js/marking/saving.js')).settled().then(() => true)");
        var times = (await page.EvaluateAsync<double[]>("() => window.times")).Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"from key to next answer: median {times[Rounds / 2]:0} ms, longest {times[^1]:0} ms, of {Rounds} with 500 submissions"));

        (await site.InDbAsync(db => db.Submissions.CountAsync(s => s.AssignmentId == assignment && s.IsMarked))).Should().Be(Rounds);
        await page.Context.CloseAsync();
    }
}
