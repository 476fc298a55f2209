using InterviewPrep.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>Questions of every type are practised, compared and printed by their own frame.</summary>
[Collection(BrowserGroup.Name)]
public sealed class EveryType(Browser browser, Site site)
{
    [BrowserFact]
    public async Task Practice_comparison_and_sheet_follow_the_questions_frame()
    {
        var page = await browser.OpenAsync(site.Address);
        foreach (var (slug, stages) in new[]
        {
            ("bus-stop-cut-notice", "态度 行动 长效 升华"), ("water-bill-tripled", "态度 行动 长效 升华"), ("elevator-first-floor", "态度 行动 长效 升华"),
            ("hill-boundary-two-villages", "态度 行动 长效 升华"), ("tower-crane-wages", "保安全 稳现场 查原因 补漏洞"), ("window-timer-red-light", "表态 分析 对策 落点"),
            ("bus-route-survey", "目的 准备 实施 总结"), ("two-leaders-one-afternoon", "理解 沟通 解决 提升"), ("self-main-weakness", "回答 例证 匹配 打算"),
            ("roleplay-health-mattress", "称呼 共情 劝导 落实"), ("nurse-infusion-rash", "判断 处置 报告 告知"),
        })
        {
            await page.GotoAsync($"/practice/{slug}");
            (await page.Locator("label.stage-name").AllTextContentsAsync()).Should().Equal(stages.Split(' '));
            var fields = page.Locator("textarea[data-stage]");
            for (var i = 0; i < 4; i++) await fields.Nth(i).FillAsync($"这是第{i + 1}步我要说的话，先把人和事都说清楚。");
            await page.GetByRole(AriaRole.Button, new() { Name = "交卷并对照" }).ClickAsync();
            await Expect(page.Locator("[data-compare] a.m").First).ToBeVisibleAsync();
            (await page.Locator("section[aria-labelledby=own-h] h3").AllTextContentsAsync()).Select(t => t.Trim()[1..].Trim()).Should().Equal(stages.Split(' '));

            await page.GotoAsync($"/sheets/{slug}?kind=model");
            (await page.PdfAsync(new() { PreferCSSPageSize = true })).Length.Should().BeGreaterThan(10_000);
            // A stage that runs over a page has a second heading.
            (await page.Locator(".block h2").AllTextContentsAsync()).Count(t => !t.Contains("接上页", StringComparison.Ordinal)).Should().Be(4);
        }
        await page.Context.CloseAsync();
    }
}
