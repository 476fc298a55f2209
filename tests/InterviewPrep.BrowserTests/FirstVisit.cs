using System.Diagnostics;
using InterviewPrep.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>A visitor's first hour, from the home page to the printed sheet.</summary>
[Collection(BrowserGroup.Name)]
public sealed class FirstVisit(Browser browser, Site site)
{
    private const string Words = "感谢大家的提醒，我会在当天通过公众号公开回应，三个工作日内公布核查情况，并当面听几位老人把话说完。";

    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task From_the_home_page_to_the_first_comparison_and_the_printed_sheet(int width)
    {
        var page = await browser.OpenAsync(site.Address, width);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("从第一课开始") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "学完了" }).ClickAsync();

        await page.GotoAsync("/questions");
        await page.GetByLabel("题型").SelectOptionAsync("投诉窗口");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await page.Locator("main h2 a").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "开始作答" }).ClickAsync();
        await page.GetByLabel("态度", new() { Exact = true }).FillAsync(Words);
        await Expect(page.Locator("[data-count-for]").First).ToContainTextAsync("秒");
        await Expect(page.Locator("[data-save-line]")).ToContainTextAsync("已保存");

        await page.ReloadAsync();
        await Expect(page.GetByLabel("态度", new() { Exact = true })).ToHaveValueAsync(Words);

        await page.GetByRole(AriaRole.Button, new() { Name = "交卷并对照" }).ClickAsync();
        await Expect(page.Locator("[data-compare] a.m").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存自评" }).ClickAsync();

        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "打印" }).ClickAsync();
        await Expect(page.Locator("article.page").First).ToBeVisibleAsync();
        var text = await PrintAsync(page);
        text.Should().Contain("结构化面试练习答题纸").And.Contain("日常训练用纸").And.MatchRegex("第 ?1 ?页 +共 ?[12] ?页");
        text.ReplaceLineEndings("").Should().Contain("感谢大家的提醒");
        text.Should().NotContain("回到题目").And.NotContain("换成这样").And.NotContain("我的作答\n今日");
        await page.Context.CloseAsync();
    }

    private static async Task<string> PrintAsync(IPage page)
    {
        var file = Path.GetTempFileName();
        await page.PdfAsync(new() { Path = file, PreferCSSPageSize = true });
        using var convert = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true })!;
        var text = await convert.StandardOutput.ReadToEndAsync();
        await convert.WaitForExitAsync();
        File.Delete(file);
        return text;
    }
}
