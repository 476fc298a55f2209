using InterviewPrep.BrowserTests.Support;

namespace InterviewPrep.BrowserTests;

/// <summary>A lesson is read on a bus: it is light and does not jump.</summary>
[Collection(BrowserGroup.Name)]
public sealed class Weight(Browser browser, Site site)
{
    private const int MostBytes = 60 * 1024, MostRequests = 6, MostOfPractice = 12;

    [BrowserFact]
    public async Task A_lesson_is_small_and_stands_still()
    {
        var page = await browser.OpenAsync(site.Address, 390);
        var requests = new List<string>();
        page.RequestFinished += (_, request) => requests.Add(request.Url);
        var protocol = await page.Context.NewCDPSessionAsync(page);
        await protocol.SendAsync("Network.enable");
        double bytes = 0;
        protocol.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
        await page.AddInitScriptAsync("window.shift = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) window.shift += e.value }).observe({ type: 'layout-shift', buffered: true })");

        await page.GotoAsync("/lessons/first-sentence", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        requests.Should().HaveCountLessThanOrEqualTo(MostRequests, string.Join('\n', requests));
        bytes.Should().BeInRange(1, MostBytes);
        (await page.EvaluateAsync<double>("window.shift")).Should().Be(0);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_practice_page_asks_for_little()
    {
        var page = await browser.OpenAsync(site.Address, 390);
        var requests = new List<string>();
        page.RequestFinished += (_, request) => requests.Add(request.Url);
        var problems = new List<string>();
        page.PageError += (_, error) => problems.Add(error);

        await page.GotoAsync("/practice/bus-stop-cut-notice", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });
        await page.Locator("textarea").First.FillAsync("先接住老人的话。");
        await Microsoft.Playwright.Assertions.Expect(page.Locator("[data-save-line]")).ToContainTextAsync("已保存");

        problems.Should().BeEmpty();
        requests.Where(r => !r.Contains("/api/", StringComparison.Ordinal)).Should().HaveCountLessThanOrEqualTo(MostOfPractice, string.Join('\n', requests));
        await page.Context.CloseAsync();
    }
}
