using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Assignments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>A timed assignment whose learner never presses a button.</summary>
[Collection(BrowserGroup.Name)]
public sealed class TimeIsUp(Browser browser, StoppedSite site) : IClassFixture<StoppedSite>
{
    private static readonly TimeSpan Given = TimeSpan.FromMinutes(10);

    [BrowserFact]
    public async Task The_words_that_stand_there_when_the_time_is_up_are_handed_in()
    {
        const string Saved = "我先到现场，把大家的话一条条记下来。", Last = "三天内给一个说得清的答复。";
        using var room = await Classroom.NewAsync(site);
        site.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        var assignment = await room.AssignAsync(p => p with { Pace = Pace.Timed, Minutes = (int)Given.TotalMinutes }, "bus-stop-cut-notice");
        var page = await browser.OpenAsync(site.Address, 390);
        await page.Context.AddCookiesAsync(room.A.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString() }));
        await page.Clock.InstallAsync();
        await page.GotoAsync($"/assignments/{assignment}");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^开始") }).ClickAsync();
        var field = page.Locator("textarea").First;
        await PracticePage.UntilSavedAsync(page, () => field.FillAsync(Saved));

        // Two seconds late by the server's clock, as a slow line would be.
        await field.FillAsync(Saved + Last);
        site.Clock.Advance(Given + TimeSpan.FromSeconds(2));
        await page.Clock.FastForwardAsync((long)Given.TotalMilliseconds);
        await page.WaitForURLAsync($"**/assignments/{assignment}");
        await Expect(page.GetByText("时间到，正在收卷。")).ToBeVisibleAsync();
        site.Clock.Advance(Attempt.Grace);
        await page.GotoAsync($"/assignments/{assignment}");
        await Expect(page.GetByText("到时自动收卷")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "第 1 次的回执" }).ClickAsync();
        await Expect(page.GetByText("时间到，最后一次保存的内容已算作交卷。")).ToBeVisibleAsync();
        await Expect(page.GetByText("没有迟交")).ToBeVisibleAsync();

        var submission = await site.InDbAsync(db => db.Submissions.SingleAsync(s => s.AssignmentId == assignment));
        submission.Text.Values.Should().Contain(Saved + Last);
        await page.Context.CloseAsync();
    }
}
