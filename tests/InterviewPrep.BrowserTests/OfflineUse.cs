using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Host.Offline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>A site whose build and offline switch a test can change between two starts.</summary>
public sealed class ChangingSite : Tests.Support.App
{
    public string Build { get; set; } = "first";

    public bool Offline { get; set; } = true;

    protected override bool StopsTheClock => false;

    protected override IEnumerable<string> Settings => [$"--Site:Offline={Offline}"];

    protected override void Change(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton(s => SiteBuild.Read(s.GetRequiredService<Microsoft.AspNetCore.Hosting.IWebHostEnvironment>()) with { Version = Build }));

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAgainAsync();
    }
}

/// <summary>What was opened once opens without a network, is worked on, and never stays an old build.</summary>
[Collection(BrowserGroup.Name)]
public sealed class OfflineUse(Browser browser, ChangingSite site) : IClassFixture<ChangingSite>, IAsyncLifetime, IDisposable
{
    private Wire wire = null!;
    private IPage page = null!;

    public async Task InitializeAsync()
    {
        if (Browser.Missing is not null) return;
        (site.Build, site.Offline) = ("first", true);
        wire = new Wire(site.Address);
        page = await browser.OpenAsync(wire.Address);
        await page.GotoAsync("/");
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; while (!navigator.serviceWorker.controller) await new Promise((on) => navigator.serviceWorker.addEventListener('controllerchange', on, { once: true })); }");
    }

    public async Task DisposeAsync()
    {
        if (page is not null) await page.Context.CloseAsync();
    }

    public void Dispose() => wire?.Dispose();

    [BrowserFact]
    public async Task Lessons_questions_and_ones_own_drafts_open_and_are_worked_on_without_a_network()
    {
        await page.GotoAsync("/lessons/first-words");
        await page.GotoAsync("/practice/open-lawn");
        var field = page.Locator("textarea").First;
        await field.FillAsync("有网时写的。");
        await Expect(page.Locator("[data-save-line]")).ToContainTextAsync("已保存");
        await page.GotoAsync("/drafts");
        await HasAsync("/practice/open-lawn?draft=");
        wire.Cut();

        await page.GotoAsync("/lessons/first-words");
        await Expect(page.Locator("h1")).ToHaveTextAsync("先接住，再解释");
        await page.GotoAsync("/drafts");
        await page.GetByRole(AriaRole.Link, new() { Name = "接着写" }).ClickAsync();
        await Expect(field).ToHaveValueAsync("有网时写的。");
        await field.FillAsync("有网时写的。没网时接着写。");
        await Expect(page.Locator("[data-save-line]")).ToContainTextAsync("未保存（网络不通，内容在本机）");
        await page.ReloadAsync();
        await Expect(field).ToHaveValueAsync("有网时写的。没网时接着写。");
        await Expect(page.Locator("[data-save-line]")).ToContainTextAsync("未保存（网络不通，内容在本机）");

        wire.Restore();
        await Expect(page.Locator("[data-save-line]")).ToContainTextAsync("已保存", new() { Timeout = 15_000 });
        (await site.InDbAsync(db => db.Drafts.ToListAsync())).Should().Contain(d => d.Text.Of("stance") == "有网时写的。没网时接着写。");
    }

    [BrowserFact]
    public async Task Practice_of_a_question_that_was_only_read_begins_without_a_network_and_is_made_once()
    {
        await page.GotoAsync("/questions/bus-stop");
        await HasAsync("/practice/bus-stop");
        wire.Cut();
        await page.GotoAsync("/questions/bus-stop");
        await page.GetByRole(AriaRole.Link, new() { Name = "开始作答" }).ClickAsync();
        await page.GetByLabel("态度", new() { Exact = true }).FillAsync("在隧道里开始写的一份。");
        await Expect(page.Locator("[data-save-line]")).ToContainTextAsync("未保存（网络不通，内容在本机）");
        await page.GotoAsync("/drafts");
        await Expect(page.Locator("[data-on-device] li")).ToContainTextAsync("在隧道里开始写的一份。");

        wire.LoseAnswers(); // the first tries arrive, and are not known to have arrived
        await page.GotoAsync("/practice/bus-stop");
        await Expect(page.GetByLabel("态度", new() { Exact = true })).ToHaveValueAsync("在隧道里开始写的一份。");
        await Expect(page.Locator("[data-save-line]")).ToContainTextAsync("未保存（网络不通，内容在本机）");
        wire.Restore();
        await Expect(page.Locator("[data-save-line]")).ToContainTextAsync("已保存", new() { Timeout = 15_000 });

        (await site.InDbAsync(db => db.Drafts.CountAsync(d => d.Question.Slug == "bus-stop"))).Should().Be(1);
    }

    [BrowserFact]
    public async Task A_new_build_takes_the_place_of_the_old_one_and_of_the_pages_it_kept()
    {
        await page.GotoAsync("/lessons/first-words");
        (await BuildsAsync()).Should().BeEquivalentTo("assets-first", "first");
        site.Build = "second";
        await site.RestartAsync();

        await page.GotoAsync("/lessons");
        await page.EvaluateAsync("() => navigator.serviceWorker.getRegistration().then((r) => r.update())");
        await UntilAsync("async () => (await caches.keys()).includes('assets-second') && !(await caches.keys()).includes('assets-first')");
        await page.GotoAsync("/drafts");
        await page.EvaluateAsync("() => navigator.serviceWorker.ready.then((r) => r.active.postMessage({ pages: [] }))");

        await UntilAsync("""
            async () => {
              const cache = await caches.open("pages");
              const builds = await Promise.all((await cache.keys()).map(async (key) => (await cache.match(key)).headers.get("X-Build")));
              return builds.filter((b) => b).every((b) => b === "second");
            }
            """);
        wire.Cut();
        await page.GotoAsync("/lessons/first-words");
        await Expect(page.Locator("h1")).ToHaveTextAsync("先接住，再解释");
    }

    [BrowserFact]
    public async Task Switched_off_it_removes_itself_and_what_it_kept()
    {
        site.Offline = false;
        await site.RestartAsync();

        await page.GotoAsync("/lessons");

        await UntilAsync("async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && (await caches.keys()).length === 0");
        site.Offline = true;
        await site.RestartAsync();
    }

    [BrowserFact]
    public async Task After_signing_out_the_next_person_sees_nothing_of_it()
    {
        await page.GotoAsync("/account/register");
        await page.GetByLabel("用户名").FillAsync("甲" + Guid.NewGuid().ToString("N")[..6]);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync("一把好记的钥匙 2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "注册" }).ClickAsync();
        await page.GotoAsync("/practice/bus-stop");
        await page.GetByLabel("态度", new() { Exact = true }).FillAsync("只给自己看的话。");
        await Expect(page.Locator("[data-save-line]")).ToContainTextAsync("已保存");
        await page.GetByLabel("态度", new() { Exact = true }).FillAsync("只给自己看的话，还没存。");
        await page.GotoAsync("/drafts");
        await page.GotoAsync("/account/sign-out");
        await page.Locator("main form button").ClickAsync();
        await page.WaitForURLAsync("**/");
        // Signing out clears what the browser keeps; the next page registers the worker anew.
        await UntilAsync("async () => (await navigator.serviceWorker.ready).active?.state === 'activated'");

        wire.Cut();
        await page.GotoAsync("/drafts");
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        (await page.Locator("main").InnerTextAsync()).Should().NotContain("只给自己看");
        (await page.EvaluateAsync<string>("async () => { let all = ''; const cache = await caches.open('pages'); for (const key of await cache.keys()) all += await (await cache.match(key)).text(); return all; }"))
            .Should().NotContain("只给自己看");
    }

    private Task HasAsync(string start) =>
        UntilAsync($"async () => (await (await caches.open('pages')).keys()).some((key) => key.url.startsWith(location.origin + '{start}'))");

    // Playwright's own waiting does not wait for a promise of the page.
    private async Task UntilAsync(string holds)
    {
        var met = await page.EvaluateAsync<bool>($$"""
            async () => {
              const holds = {{holds}};
              for (let tries = 0; tries < 600; tries++) {
                if (await holds()) return true;
                await new Promise((on) => setTimeout(on, 50));
              }
              return false;
            }
            """);
        met.Should().BeTrue("in half a minute this should hold: {0}", holds);
    }

    private Task<string[]> BuildsAsync() => page.EvaluateAsync<string[]>("""
        async () => {
          const cache = await caches.open("pages");
          const builds = await Promise.all((await cache.keys()).map(async (key) => (await cache.match(key)).headers.get("X-Build")));
          return [...new Set([...(await caches.keys()).filter((name) => name !== "pages"), ...builds.filter((b) => b)])];
        }
        """);
}
