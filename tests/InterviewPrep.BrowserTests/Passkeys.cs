using System.Text.RegularExpressions;
using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>Passkeys with an authenticator that lives in the browser.</summary>
[Collection(BrowserGroup.Name)]
public sealed class Passkeys(Browser browser, Site site)
{
    // A passkey belongs to a domain, and a number is none.
    private Uri Address => new UriBuilder(site.Address) { Host = "localhost" }.Uri;

    [BrowserFact]
    public async Task Adding_naming_using_and_removing_a_passkey()
    {
        using var person = await site.NewPersonAsync("通行密钥的人");
        var page = await OpenAsync();
        await SignInAsync(page, "通行密钥的人");

        await page.GotoAsync("/account/passkeys");
        await page.GetByLabel("名字").FillAsync("我的手机");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加通行密钥" }).ClickAsync();
        await Expect(page.Locator("main li b")).ToHaveTextAsync("我的手机");
        await page.GetByRole(AriaRole.Link, new() { Name = "改名或删除" }).ClickAsync();
        await page.GetByLabel("名字").FillAsync("旧手机");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存名字" }).ClickAsync();
        await Expect(page.Locator("main li b")).ToHaveTextAsync("旧手机");

        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.GotoAsync("/account/sign-in?returnUrl=/account/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await Expect(page.Locator("main li b")).ToHaveTextAsync("旧手机");
        await Expect(page.Locator(".account a")).ToHaveTextAsync("通行密钥的人");

        await page.GetByRole(AriaRole.Link, new() { Name = "改名或删除" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "删除这把通行密钥" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/account/passkeys$"));
        await Expect(page.Locator("main li")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.GotoAsync("/account/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有通过");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_word_is_taken_once_only_for_this_site_and_also_while_passwords_are_slowed_down()
    {
        using var person = await site.NewPersonAsync("重放的人");
        var page = await OpenAsync();
        await SignInAsync(page, "重放的人");
        await page.GotoAsync("/account/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加通行密钥" }).ClickAsync();
        await Expect(page.Locator("main li")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        using (var guesser = site.NewVisitor())
            for (var i = 0; i < 7; i++) await guesser.SignInAsync("重放的人", $"猜第{i}次不对");

        // What the browser sends is kept back, to be sent by hand: from another origin, as it should be, and again.
        string? word = null;
        await page.RouteAsync("**/account/sign-in/passkey", async route =>
        {
            word = route.Request.PostData;
            await route.AbortAsync();
        });
        await page.GotoAsync("/account/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        for (var i = 0; word is null && i < 100; i++) await page.WaitForTimeoutAsync(50);
        var cookies = await page.Context.CookiesAsync();
        async Task<string> SendAsync(string origin)
        {
            var answer = await page.Context.APIRequest.PostAsync("/account/sign-in/passkey", new()
            {
                DataString = word,
                MaxRedirects = 0,
                Headers = new Dictionary<string, string>
                {
                    ["Content-Type"] = "application/x-www-form-urlencoded",
                    ["Origin"] = origin,
                    ["Cookie"] = string.Join("; ", cookies.Select(c => $"{c.Name}={c.Value}")),
                },
            });
            return answer.Status == 302 ? answer.Headers["location"] : await answer.TextAsync();
        }

        (await SendAsync("http://evil.invalid")).Should().Contain("没有通过");
        (await SendAsync(Address.GetLeftPart(UriPartial.Authority))).Should().Be("/");
        (await SendAsync(Address.GetLeftPart(UriPartial.Authority))).Should().Contain("没有通过");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_teacher_adds_a_passkey_first_and_comes_in_by_it_from_then_on()
    {
        await using var school = new StaffSite();
        await school.InitializeAsync();
        using var teacher = await school.NewPersonAsync("带钥匙的老师", Roles.Teacher);
        var page = await OpenAsync(new UriBuilder(school.Address) { Host = "localhost" }.Uri, 390);
        await SignInAsync(page, "带钥匙的老师");
        await Expect(page.GetByText("请先在这台设备上添加一把")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "添加通行密钥" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出，去用通行密钥登录" }).ClickAsync();
        await SendPasswordAsync(page, "带钥匙的老师");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("要用通行密钥登录");
        await page.GotoAsync("/account/sign-in?returnUrl=/classes/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();

        await Expect(page.GetByLabel("班级名")).ToBeVisibleAsync();
        await page.GotoAsync("/account/passkeys");
        await page.GetByRole(AriaRole.Link, new() { Name = "改名或删除" }).ClickAsync();
        await Expect(page.GetByText("这是您唯一的一把")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private Task<IPage> OpenAsync() => OpenAsync(Address, 1280);

    private async Task<IPage> OpenAsync(Uri address, int width)
    {
        var page = await browser.OpenAsync(address, width);
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return page;
    }

    private static async Task SignInAsync(IPage page, string name)
    {
        await page.GotoAsync("/account/sign-in");
        await SendPasswordAsync(page, name);
        await Expect(page.Locator(".account a")).ToHaveTextAsync(name);
    }

    private static async Task SendPasswordAsync(IPage page, string name)
    {
        await page.GetByLabel("用户名").FillAsync(name);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(People.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
    }

    private sealed class StaffSite : App, IAsyncDisposable
    {
        protected override IEnumerable<string> Settings => ["--Site:StaffPasskey=true", "--Site:Address=http://localhost", "--AllowedHosts=localhost;127.0.0.1"];

        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
    }
}
