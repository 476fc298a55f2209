using Deque.AxeCore.Playwright;
using InterviewPrep.BrowserTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>From the first visit to the second day, by the one button that each page has.</summary>
[Collection(BrowserGroup.Name)]
public sealed class TodayJourney(Browser browser, Site site)
{
    private const string Words = "我先在公告下面公开回应，感谢大家提醒，三个工作日内说清改还是不改，并到车站当面听老人说。";

    [BrowserTheory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Three_questions_a_lesson_its_question_and_the_next_day_the_missed_points(int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(site.Address, width, scheme, bypassCsp: true);
        await page.GotoAsync("/");
        await page.GetByText("45", new() { Exact = true }).ClickAsync();
        await page.GetByText("事业单位", new() { Exact = true }).ClickAsync();
        await LookAsync(page, "first");
        await page.GetByRole(AriaRole.Button, new() { Name = "排好今天的" }).ClickAsync();

        await Expect(page.Locator(".portion .next .what")).ToContainTextAsync("课：");
        await LookAsync(page, "day-1");
        await page.Locator("main a.btn.primary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "学完了" }).ClickAsync();
        await page.WaitForURLAsync("**/practice/**");
        await page.Locator("textarea[data-stage]").First.FillAsync(Words);
        await page.GetByRole(AriaRole.Button, new() { Name = "交卷并对照" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "只改这一步" }).First.ClickAsync();
        await LookAsync(page, "rewrite");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存这一步" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存自评" }).ClickAsync();
        await LookAsync(page, "review");
        await page.GetByRole(AriaRole.Link, new() { Name = "回到今日，做下一样" }).ClickAsync();
        await Expect(page.Locator(".portion .finished")).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("还剩");
        await LookAsync(page, "day-1-half");

        // The browser's site runs on the real clock: the days that pass are taken off in the store.
        var yesterday = DateTimeOffset.UtcNow.AddDays(-1);
        await site.InDbAsync(async db =>
        {
            await db.Drafts.ExecuteUpdateAsync(s => s.SetProperty(d => d.FinishedAt, yesterday));
            await db.LessonCompletions.ExecuteUpdateAsync(s => s.SetProperty(c => c.At, yesterday));
            return await db.RecallItems.ExecuteUpdateAsync(s => s.SetProperty(i => i.DueOn, i => i.DueOn.AddDays(-1)).SetProperty(i => i.GradedOn, i => i.GradedOn!.Value.AddDays(-1)));
        });
        await page.GotoAsync("/");
        await Expect(page.Locator("main a.btn.primary")).ToHaveTextAsync("开始复习");
        await Expect(page.Locator(".days .full")).ToHaveCountAsync(1);
        await LookAsync(page, "day-2");
        foreach (var path in new[] { "/plan", "/progress", "/goal" })
        {
            await page.GotoAsync(path);
            await LookAsync(page, path[1..]);
        }
        await page.Context.CloseAsync();
    }

    private static async Task LookAsync(IPage page, string name)
    {
        var result = await page.RunAxe();
        result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}")).Should().BeEmpty(name);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue($"{name} fits the screen");
        (await page.Locator("main .btn.primary:visible").CountAsync()).Should().BeLessThanOrEqualTo(1, $"{name} has one primary button");
    }
}
