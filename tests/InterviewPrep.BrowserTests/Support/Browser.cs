using Microsoft.Playwright;

namespace InterviewPrep.BrowserTests.Support;

/// <summary>A fact that needs Chromium; skipped, with the reason, where there is none.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browser.Missing;
}

/// <summary>A theory that needs Chromium.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Browser.Missing;
}

/// <summary>One Chromium for all browser tests; each test has a context of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Why browser tests cannot run here; null where they can.</summary>
    public static string? Missing => File.Exists(Executable) ? null : $"{Executable} is missing; bash tests/run.sh installs it";

    public async Task InitializeAsync()
    {
        if (Missing is not null) return;
        // As long as the pages' own waits: the machine may have other work.
        Assertions.SetDefaultExpectTimeout(15_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            // As root Chromium has no sandbox; the other switches keep it from calling out.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A fresh visitor's browser window.</summary>
    public async Task<IPage> OpenAsync(Uri site, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool javaScript = true, bool bypassCsp = false, bool touch = false, string zone = "Asia/Shanghai")
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            ViewportSize = new() { Width = width, Height = 844 },
            ColorScheme = scheme,
            JavaScriptEnabled = javaScript,
            // axe-core is put into the page by the test; the policy itself is tested on the headers.
            BypassCSP = bypassCsp,
            HasTouch = touch,
            Locale = "zh-CN",
            TimezoneId = zone,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }
}

/// <summary>All browser tests share one Chromium and run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserGroup : ICollectionFixture<Browser>, ICollectionFixture<Site>
{
    public const string Name = "browser";
}

/// <summary>The site with the shipped content, on its real clock.</summary>
public sealed class Site : Tests.Support.App
{
    protected override string ContentFolder => Tests.Support.Repository.ShippedContent;

    protected override bool StopsTheClock => false;
}
