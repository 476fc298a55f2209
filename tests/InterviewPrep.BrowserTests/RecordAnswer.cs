using System.Diagnostics;
using System.Globalization;
using InterviewPrep.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>Answers are recorded from a microphone that plays a file of known sound and silence.</summary>
[Collection(BrowserGroup.Name)]
public sealed class RecordAnswer(Site site)
{
    // The file: silence, noise for a voice, a long pause, the noise again.
    private const double Silence = 1.2, Voice = 2.0, Pause = 2.2, After = 1.5;

    [BrowserFact]
    public async Task What_was_said_is_on_the_server_and_its_length_its_beginning_and_its_pauses_are_those_of_the_file()
    {
        using var microphone = await Microphone.NewAsync(loops: false);
        var page = await microphone.OpenAsync(site.Address);
        await AnswerAsync(page, isTested: true);
        await Expect(page.Locator("[data-rec-words]")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("0:(0[89]|1)"));
        await page.Locator("[data-primary]").ClickAsync();
        await Expect(page.Locator("form[data-sitting]")).ToHaveAttributeAsync("data-phase", "Between");
        var take = await ReportAsync(page);

        var (seconds, pauses) = (Number(await take.GetAttributeAsync("data-seconds")), (await take.GetAttributeAsync("data-pauses"))!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToList());
        var spent = await page.Locator("dd").Nth(1).TextContentAsync();
        seconds.Should().BeApproximately(Number(spent!.Split(' ')[0]), 1.3, "it was recorded from the beginning of the answer to its end, which is shown in whole seconds");
        Number(await take.GetAttributeAsync("data-first")).Should().BeApproximately(Silence, 0.15);
        pauses.Should().ContainSingle().Which.Should().BeApproximately(Pause, 0.15);
        await take.Locator("select").SelectOptionAsync("1.5");
        (await take.Locator("audio").EvaluateAsync<double>("a => a.playbackRate")).Should().Be(1.5);
        await take.Locator("audio").EvaluateAsync("a => new Promise(done => { a.addEventListener('seeked', done, { once: true }); a.currentTime = 4; })");
        (await take.Locator("audio").EvaluateAsync<double>("a => a.currentTime")).Should().BeApproximately(4, 0.2);
    }

    [BrowserFact]
    public async Task A_cut_network_and_a_killed_tab_lose_nothing_that_was_said()
    {
        using var microphone = await Microphone.NewAsync();
        var page = await microphone.OpenAsync(site.Address);
        await AnswerAsync(page);
        await Expect(page.Locator("[data-rec-words]")).ToContainTextAsync("在录");
        var address = page.Url;
        await page.Context.SetOfflineAsync(true);
        await Expect(page.Locator("[data-rec-words]")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("0:0[6-9]"));
        var context = page.Context;
        await page.CloseAsync();
        await context.SetOfflineAsync(false);
        page = await context.NewPageAsync();
        await page.GotoAsync(address);
        await page.Locator("html.js").WaitForAsync();
        await page.Locator("[data-primary]").ClickAsync();
        await Expect(page.Locator("form[data-sitting]")).ToHaveAttributeAsync("data-phase", "Between");
        var take = await ReportAsync(page);
        Number(await take.GetAttributeAsync("data-seconds")).Should().BeGreaterThan(5.5, "what stood in the line as kept is there");
    }

    [BrowserFact]
    public async Task Where_the_microphone_is_refused_the_page_says_why_and_the_sitting_goes_on()
    {
        using var microphone = await Microphone.NewAsync(grants: false);
        var page = await microphone.OpenAsync(site.Address);
        await page.GotoAsync("/exams/window-counter/sit");
        await page.GetByRole(AriaRole.Button, new() { Name = "抽签" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "试一下麦克风" }).ClickAsync();
        await Expect(page.Locator("[data-mic-words]")).ToContainTextAsync("您点过「不允许」");
        await Expect(page.Locator("[data-mic-ways]")).ToBeVisibleAsync();
        foreach (var next in new[] { "Entering", "Looking", "Thinking", "Answering" })
        {
            await page.Locator("[data-primary]").ClickAsync();
            await Expect(page.Locator("form[data-sitting]")).ToHaveAttributeAsync("data-phase", next);
        }
        await Expect(page.Locator("[data-rec]")).ToBeHiddenAsync();
    }

    private static double Number(string? text) => double.Parse(text!, CultureInfo.InvariantCulture);

    /// <param name="isTested">True where the microphone was tried before, so that the answer hears the file from its beginning.</param>
    private static async Task AnswerAsync(IPage page, bool isTested = false)
    {
        await page.GotoAsync("/exams/window-counter/sit");
        await page.GetByRole(AriaRole.Button, new() { Name = "抽签" }).ClickAsync();
        if (isTested) await page.EvaluateAsync("sessionStorage.setItem(`exam-microphone ${location.pathname}`, 'on')");
        else
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "试一下麦克风" }).ClickAsync();
            await Expect(page.Locator("[data-mic-words]")).ToContainTextAsync("听得清就可以进去");
        }
        foreach (var next in new[] { "Entering", "Looking", "Thinking", "Answering" })
        {
            await page.Locator("[data-primary]").ClickAsync();
            await Expect(page.Locator("form[data-sitting]")).ToHaveAttributeAsync("data-phase", next);
        }
    }

    /// <summary>Ends the sitting and reads the first question's recording once it is measured.</summary>
    private static async Task<ILocator> ReportAsync(IPage page)
    {
        var sitting = new Uri(page.Url).AbsolutePath;
        for (var i = 0; i < 9; i++)
        {
            var step = await page.Locator("form[data-sitting]").GetAttributeAsync("data-step");
            await page.Locator("[data-primary]").ClickAsync();
            if (i < 8) await Expect(page.Locator("form[data-sitting]")).Not.ToHaveAttributeAsync("data-step", step!);
        }
        await page.WaitForURLAsync("**/report");
        await page.GotoAsync(sitting + "/report?q=1");
        var take = page.Locator("[data-take]").First;
        await Expect(take).ToHaveAttributeAsync("data-seconds", new System.Text.RegularExpressions.Regex("[0-9]"));
        return take;
    }

    /// <summary>A Chromium of its own whose microphone plays a file.</summary>
    private sealed class Microphone(IPlaywright playwright, IBrowser browser, string folder) : IDisposable
    {
        public static async Task<Microphone> NewAsync(bool grants = true, bool loops = true)
        {
            var folder = Directory.CreateTempSubdirectory("interviewprep-microphone-").FullName;
            var file = Path.Combine(folder, "said.wav");
            var sound = string.Create(CultureInfo.InvariantCulture, $"-n -r 48000 -c 1 -b 16 {file} synth {Voice + After} pinknoise vol 0.5 pad {Silence}@0 {Pause}@{Voice}");
            using var sox = Process.Start("sox", sound)!;
            await sox.WaitForExitAsync();
            sox.ExitCode.Should().Be(0);
            var playwright = await Playwright.CreateAsync();
            var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--use-fake-device-for-media-stream", $"--use-file-for-fake-audio-capture={file}{(loops ? "" : "%noloop")}", grants ? "--use-fake-ui-for-media-stream" : "--deny-permission-prompts"],
            });
            return new Microphone(playwright, browser, folder);
        }

        public async Task<IPage> OpenAsync(Uri address)
        {
            var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), ViewportSize = new() { Width = 390, Height = 844 }, Locale = "zh-CN" });
            context.SetDefaultTimeout(15_000);
            return await context.NewPageAsync();
        }

        public void Dispose()
        {
            browser.CloseAsync().GetAwaiter().GetResult();
            playwright.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }
}
