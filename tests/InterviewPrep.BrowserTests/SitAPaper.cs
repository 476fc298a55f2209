using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using InterviewPrep.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>A whole paper in a browser: by keys alone, without a network for a while, and on two devices.</summary>
[Collection(BrowserGroup.Name)]
public sealed class SitAPaper(Browser browser, Site site)
{
    private const string Paper = "/exams/window-counter/sit";

    private static ILocator Room(IPage page) => page.Locator("form[data-sitting]");

    private static Task InPhaseAsync(IPage page, string phase) => Expect(Room(page)).ToHaveAttributeAsync("data-phase", phase);

    /// <summary>Draws a number and goes as far as the first answer.</summary>
    private static async Task<IPage> AnsweringAsync(IPage page, string mode)
    {
        await page.GotoAsync(Paper);
        await page.GetByLabel(mode, new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "抽签" }).ClickAsync();
        await page.Locator("html.js").WaitForAsync();
        foreach (var next in new[] { "Entering", "Looking", "Thinking", "Answering" })
        {
            await page.Locator("[data-primary]").ClickAsync();
            await InPhaseAsync(page, next);
        }
        return page;
    }

    [BrowserTheory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Every_phase_by_the_space_key_alone_fits_the_screen_and_has_no_violation(int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(site.Address, width, scheme, bypassCsp: true);
        await page.GotoAsync(Paper);
        await page.GetByRole(AriaRole.Button, new() { Name = "抽签" }).ClickAsync();
        await page.Locator("html.js").WaitForAsync();
        var problems = new List<string>();
        string[] phases = ["Drawn", "Entering", .. Enumerable.Repeat(new[] { "Looking", "Thinking", "Answering", "Between" }, 3).SelectMany(p => p)];
        for (var i = 0; i < phases.Length; i++)
        {
            await InPhaseAsync(page, phases[i]);
            if (i < 6)
            {
                problems.AddRange((await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{phases[i]}: {v.Id}: {n.Html}")));
                if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")) problems.Add($"{phases[i]}: wider than the screen");
            }
            await page.Keyboard.PressAsync(" ");
        }
        await page.WaitForURLAsync("**/report");
        foreach (var query in new[] { "", "?q=1", "?all=true" })
        {
            await page.GotoAsync(new Uri(page.Url).AbsolutePath + query);
            problems.AddRange((await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"report{query}: {v.Id}: {n.Html}")));
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")) problems.Add($"report{query}: wider than the screen");
        }
        problems.Should().BeEmpty();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Words_typed_and_a_press_made_without_a_network_arrive_and_the_clock_goes_on()
    {
        var page = await AnsweringAsync(await browser.OpenAsync(site.Address, 390), "写下来");
        await page.Context.SetOfflineAsync(true);
        await page.Locator("#text").FillAsync("我先请大家到休息区坐下，再把红灯的原因查清楚。");
        await page.Locator("[data-primary]").ClickAsync();
        await Expect(page.Locator("[data-line]")).ToContainTextAsync("没有网络");
        var left = await page.Locator("[data-face=left]").TextContentAsync();
        await Expect(page.Locator("[data-face=left]")).Not.ToHaveTextAsync(left!);
        await page.Context.SetOfflineAsync(false);
        await InPhaseAsync(page, "Between");
        var spent = await page.Locator("dd").Nth(1).TextContentAsync();
        spent.Should().MatchRegex("^0:0[0-9]$", "what counts is when it was pressed");

        await page.GetByRole(AriaRole.Button, new() { Name = "第 1 题还要补充" }).ClickAsync();
        await Expect(page.Locator("#text")).ToHaveValueAsync(new Regex("休息区"));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_tab_that_was_killed_has_its_words_and_a_second_device_follows_by_itself()
    {
        var page = await AnsweringAsync(await browser.OpenAsync(site.Address), "又说又写");
        await page.Context.SetOfflineAsync(true);
        await page.Locator("#text").FillAsync("先安抚，再核实，当天答复。");
        var address = page.Url;
        await page.CloseAsync();
        var context = page.Context;
        await context.SetOfflineAsync(false);
        page = await context.NewPageAsync();
        await page.GotoAsync(address);
        await Expect(page.Locator("#text")).ToHaveValueAsync("先安抚，再核实，当天答复。");
        await Expect(page.Locator("[data-line]")).ToHaveTextAsync("已保存");

        var second = await context.NewPageAsync();
        await second.GotoAsync(address);
        await Expect(second.Locator("#text")).ToHaveValueAsync("先安抚，再核实，当天答复。");
        await page.Locator("[data-primary]").ClickAsync();
        await InPhaseAsync(page, "Between");
        await InPhaseAsync(second, "Between");
        await page.GetByRole(AriaRole.Button, new() { Name = "第 1 题还要补充" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "藏起钟" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Timer)).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task When_the_time_is_up_the_page_says_so_by_itself_and_keeps_the_last_words()
    {
        var page = await browser.OpenAsync(site.Address, 390);
        await page.GotoAsync(Paper);
        await page.GetByText("时间都可以改").ClickAsync();
        await page.GetByLabel("一题一个钟").CheckAsync();
        await page.GetByLabel("一题思考（秒）").FillAsync("0");
        await page.GetByLabel("一题作答（秒）").FillAsync("30");
        await page.GetByLabel("写下来", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "抽签" }).ClickAsync();
        await page.Locator("html.js").WaitForAsync();
        foreach (var next in new[] { "Entering", "Looking", "Answering" })
        {
            await page.Locator("[data-primary]").ClickAsync();
            await InPhaseAsync(page, next);
        }
        await page.Locator("#text").FillAsync("最后一句也要留下。");
        await Expect(Room(page)).ToHaveAttributeAsync("data-phase", "Between", new() { Timeout = 45_000 });
        await Expect(page.Locator("dd").Nth(1)).ToHaveTextAsync("0:30");
        (await site.InDbAsync(db => Task.FromResult(db.ExamAnswers.Any(a => a.Text == "最后一句也要留下。")))).Should().BeTrue();
        await page.Context.CloseAsync();
    }
}
