using System.Text.Json;
using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using Microsoft.Playwright;

namespace InterviewPrep.BrowserTests;

/// <summary>The rules of the page's own code, tried by themselves in a real browser.</summary>
[Collection(BrowserGroup.Name)]
public sealed class SharedRules(Browser browser, Site site)
{
    [BrowserFact]
    public async Task In_two_thousand_interleavings_of_two_tabs_and_one_server_no_word_is_lost()
    {
        var page = await OpenAsync();
        var script = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "InterviewPrep.BrowserTests", "Scripts", "interleavings.js"));

        (await page.EvaluateAsync<string>(script, new { count = 2_000, steps = 60 })).Should().BeEmpty();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Sentences_are_compared_as_the_server_compares_them()
    {
        var page = await OpenAsync();
        var table = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "InterviewPrep.Tests", "Features", "Drafts", "sentences.json"));

        foreach (var row in JsonDocument.Parse(table).RootElement.EnumerateArray())
        {
            var changes = await page.EvaluateAsync<string[][]>(
                "async ([before, after]) => (await import('/js/sentences.js')).compare(before, after)", new[] { row.GetProperty("before").GetString(), row.GetProperty("after").GetString() });
            JsonSerializer.Serialize(changes).Should().Be(JsonSerializer.Serialize(row.GetProperty("changes")), row.GetProperty("name").GetString());
        }
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Zi_are_counted_as_the_server_counts_them()
    {
        var page = await OpenAsync();
        var table = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "InterviewPrep.Tests", "Text", "zi.json"));

        var counted = await page.EvaluateAsync<string[]>(
            "async (table) => { const { countZi } = await import('/js/text.js'); return JSON.parse(table).map((row) => `${row.text} ${countZi(row.text)}`); }", table);

        counted.Should().Equal(JsonDocument.Parse(table).RootElement.EnumerateArray().Select(r => $"{r.GetProperty("text").GetString()} {r.GetProperty("zi").GetInt32()}"));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_clock_that_was_asleep_is_right_when_it_wakes_and_says_one_thing_only()
    {
        var page = await OpenAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync($"/practice/{PracticePage.Question}");
        var (face, spoken) = (page.Locator("[data-clock-face]"), page.Locator("[data-clock-spoken]"));
        await page.GetByRole(AriaRole.Button, new() { Name = "开始", Exact = true }).ClickAsync();

        await page.Clock.FastForwardAsync(62_000);
        await Assertions.Expect(page.Locator("[data-clock-phase]")).ToHaveTextAsync("作答");
        await Assertions.Expect(spoken).ToHaveTextAsync("思考时间到，开始作答");
        await page.Clock.FastForwardAsync(60_000);
        await Assertions.Expect(spoken).ToHaveTextAsync("还有两分钟");
        await page.ReloadAsync();
        await Assertions.Expect(face).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^01:5[0-9]$"));

        await page.Clock.FastForwardAsync(3_600_000);

        await Assertions.Expect(face).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\+5[78]:\d\d$"));
        await Assertions.Expect(spoken).ToHaveTextAsync("时间到");
        await Assertions.Expect(face).ToHaveAttributeAsync("aria-live", "off");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_device_whose_clock_is_wrong_goes_by_the_servers()
    {
        var page = await OpenAsync();
        await page.Clock.InstallAsync(new() { TimeDate = DateTime.UtcNow.AddHours(5) });
        await page.GotoAsync("/");

        var off = await page.EvaluateAsync<double>(
            "async () => { await (await import('/js/session.js')).refresh(); return (await import('/js/time.js')).now(); }");

        DateTimeOffset.FromUnixTimeMilliseconds((long)off).Should().BeCloseTo(DateTimeOffset.UtcNow, TimeSpan.FromSeconds(10));
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await browser.OpenAsync(site.Address);
        await page.GotoAsync("/");
        return page;
    }
}
