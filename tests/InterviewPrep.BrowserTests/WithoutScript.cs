using InterviewPrep.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>Lesson, question, practice, comparison and sheet are usable without JavaScript.</summary>
[Collection(BrowserGroup.Name)]
public sealed class WithoutScript(Browser browser, Site site)
{
    [BrowserFact]
    public async Task The_way_from_lesson_to_comparison()
    {
        var page = await browser.OpenAsync(site.Address, 390, javaScript: false);
        await page.GotoAsync("/lessons/first-sentence");
        await page.GetByLabel("您的一句话").FillAsync("我先记下您说的，今天下班前给您答复。");
        await page.GetByRole(AriaRole.Button, new() { Name = "写好了，看范例" }).ClickAsync();
        await Expect(page.Locator("#example")).ToBeVisibleAsync();

        await page.GotoAsync("/practice/bus-stop-cut-notice");
        await page.GetByLabel("态度", new() { Exact = true }).FillAsync("感谢大家提醒，当天公开回应，三个工作日内说清改还是不改。");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-save-line]")).ToContainTextAsync("已保存");
        await page.GetByRole(AriaRole.Button, new() { Name = "交卷并对照" }).ClickAsync();
        await Expect(page.Locator("[data-compare] a.m").First).ToBeVisibleAsync();

        await page.GotoAsync("/sheets/bus-stop-cut-notice?kind=mine&paper=grid");
        await Expect(page.Locator("main")).ToContainTextAsync("感谢大家提醒");
        await page.Context.CloseAsync();
    }
}
