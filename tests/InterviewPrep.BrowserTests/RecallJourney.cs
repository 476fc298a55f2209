using InterviewPrep.BrowserTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>Missed points on a phone and by keys.</summary>
[Collection(BrowserGroup.Name)]
public sealed class RecallJourney(Browser browser, Site site)
{
    [BrowserTheory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task A_missed_point_is_said_compared_graded_by_key_and_taken_back(int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(site.Address, width: width, scheme: scheme);
        await page.GotoAsync("/practice/bus-stop-cut-notice");
        await page.Locator("textarea[data-stage]").First.FillAsync("我先把大家的意见接下来，查清楚以后马上改，改完再告诉大家一声。");
        await page.GetByRole(AriaRole.Button, new() { Name = "交卷并对照" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存自评" }).ClickAsync();
        await Expect(page.Locator(".lead")).ToContainTextAsync("自评 0/");
        // The browser's site runs on the real clock: the days that pass are taken off in the store.
        await site.InDbAsync(db => db.RecallItems.ExecuteUpdateAsync(s => s
            .SetProperty(i => i.DueOn, i => i.DueOn.AddDays(-2)).SetProperty(i => i.GradedOn, i => i.GradedOn!.Value.AddDays(-2))));

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "开始复习" }).ClickAsync();
        var first = await page.Locator(".recall-point .stage-name").TextContentAsync();
        await Expect(page.GetByRole(AriaRole.Timer)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("0:3|00:3"));
        await page.Locator("#words").FillAsync("三天之内我给您回电话，改没改好都打。");
        await page.GetByRole(AriaRole.Button, new() { Name = "看示例" }).ClickAsync();
        await Expect(page.Locator("form mark")).ToBeVisibleAsync();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue();
        await page.Locator("html.js").WaitForAsync();
        await page.Keyboard.PressAsync("3");
        await Expect(page.Locator(".recall-undo")).ToContainTextAsync($"{first}：说得出");
        await page.Locator("html.js").WaitForAsync();
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".recall-point .stage-name")).ToHaveTextAsync(first!);
        await Expect(page.Locator(".recall-undo")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }
}
