using Deque.AxeCore.Playwright;
using InterviewPrep.BrowserTests.Support;
using Microsoft.Playwright;

namespace InterviewPrep.BrowserTests;

/// <summary>No page has a violation that axe-core can find, on a phone and on a desk, light and dark.</summary>
[Collection(BrowserGroup.Name)]
public sealed class Accessibility(Browser browser, Site site)
{
    private static readonly string[] Pages =
    [
        "/", "/lessons", "/lessons/first-sentence", "/lessons/first-sentence?c0=0&c1=1", "/questions", "/questions?q=无此词", "/questions/bus-stop-cut-notice",
        "/practice/bus-stop-cut-notice", "/drafts", "/exams", "/frameworks", "/glossary", "/account/sign-in", "/account/register",
        "/sheets/bus-stop-cut-notice", "/sheets/bus-stop-cut-notice?kind=points&paper=grid", "/nowhere",
    ];

    [BrowserTheory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task No_page_has_a_violation(int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(site.Address, width, scheme, bypassCsp: true);
        await page.GotoAsync("/practice/bus-stop-cut-notice");
        await page.GetByLabel("态度", new() { Exact = true }).FillAsync("感谢大家提醒，我当天就在公告下面公开回应，三个工作日内说清楚改还是不改。");
        await page.GetByRole(AriaRole.Button, new() { Name = "交卷并对照" }).ClickAsync();
        await page.WaitForURLAsync("**/review");
        var review = new Uri(page.Url).AbsolutePath;
        var problems = new List<string>();

        foreach (var path in Pages.Concat([review, review.Replace("/review", ""), "/"]))
        {
            await page.GotoAsync(path);
            var result = await page.RunAxe();
            problems.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{path}: {v.Id}: {n.Html}")));
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")) problems.Add($"{path}: wider than the screen");
        }

        problems.Should().BeEmpty();
        await page.Context.CloseAsync();
    }
}
