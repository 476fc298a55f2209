using InterviewPrep.BrowserTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>Two devices hold the same draft: both texts live on, and a person decides.</summary>
[Collection(BrowserGroup.Name)]
public sealed class TwoDevices(Browser browser, Site site)
{
    [BrowserFact]
    public async Task Both_texts_are_shown_by_sentence_writing_goes_on_and_a_merge_loses_nothing()
    {
        var (phone, desktop) = await OpenOnBothAsync("都有的一句。");
        await phone.WriteAsync("手机上补的。");
        await desktop.TypeAsync("电脑上补的。");

        await Expect(desktop.Conflict).ToBeVisibleAsync();
        await desktop.SeesLineAsync("未保存：这份作答在别处也改过");
        await Expect(desktop.Conflict).ToContainTextAsync("较新");
        await desktop.TypeAsync("接着写。");
        await desktop.SeesTextAsync("都有的一句。电脑上补的。接着写。");
        await desktop.Conflict.GetByRole(AriaRole.Button, new() { Name = "补到这里：手机上补的。" }).ClickAsync();
        await desktop.SeesTextAsync("都有的一句。手机上补的。电脑上补的。接着写。");
        await desktop.Conflict.GetByRole(AriaRole.Button, new() { Name = "以输入框里的为准" }).ClickAsync();

        await desktop.SeesLineAsync(PracticePage.Saved);
        await Expect(desktop.Conflict).ToBeHiddenAsync();
        (await VersionsAsync(desktop)).Should().Contain("都有的一句。手机上补的。").And.Contain("都有的一句。手机上补的。电脑上补的。接着写。");
        await CloseAsync(phone, desktop);
    }

    [BrowserFact]
    public async Task Taking_the_other_text_keeps_ones_own_in_the_history()
    {
        var (phone, desktop) = await OpenOnBothAsync("都有的一句。");
        await phone.WriteAsync("手机上补的。");
        await desktop.TypeAsync("电脑上补的。");
        await Expect(desktop.Conflict).ToBeVisibleAsync();

        await desktop.Conflict.GetByRole(AriaRole.Button, new() { Name = "换成另一处的" }).ClickAsync();

        await desktop.SeesTextAsync("都有的一句。手机上补的。");
        await desktop.SeesLineAsync(PracticePage.Saved);
        (await VersionsAsync(desktop)).Should().Contain("都有的一句。电脑上补的。");
        await CloseAsync(phone, desktop);
    }

    [BrowserFact]
    public async Task The_same_words_on_both_make_no_conflict()
    {
        var (phone, desktop) = await OpenOnBothAsync("都有的一句。");

        await phone.WriteAsync("一样的话。");
        await desktop.WriteAsync("一样的话。");

        await Expect(desktop.Conflict).ToBeHiddenAsync();
        await CloseAsync(phone, desktop);
    }

    [BrowserFact]
    public async Task What_a_visitor_has_in_an_open_tab_goes_into_the_account_that_is_signed_in_meanwhile()
    {
        var tab = await new PracticePage(await browser.OpenAsync(site.Address)).OpenAsync();
        await tab.WriteAsync("登录之前写的");
        var name = "两台设备" + Guid.NewGuid().ToString("N")[..6];
        var signUp = await tab.Page.Context.NewPageAsync();
        await signUp.GotoAsync("/account/register");
        await signUp.GetByLabel("用户名").FillAsync(name);
        await signUp.GetByLabel("密码", new() { Exact = true }).FillAsync("一把好记的钥匙 2026");
        await signUp.GetByRole(AriaRole.Button, new() { Name = "注册" }).ClickAsync();
        await Expect(signUp.Locator(".account")).ToContainTextAsync("退出");
        var id = await DraftIdAsync(tab);
        await site.InDbAsync(async db =>
        {
            // What claiming does to a visitor's drafts.
            var account = await db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync();
            return await db.Drafts.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.OwnerId, account));
        });

        await tab.Page.BringToFrontAsync();
        await tab.WriteAsync("，登录之后接着写。");

        (await VersionsAsync(tab)).Should().Equal("登录之前写的，登录之后接着写。");
        await tab.Page.Context.CloseAsync();
    }

    // A second context with the same cookies is the same person on another device.
    private async Task<(PracticePage Phone, PracticePage Desktop)> OpenOnBothAsync(string text)
    {
        var phone = await new PracticePage(await browser.OpenAsync(site.Address, 390)).OpenAsync();
        await phone.WriteAsync(text);
        var desktop = new PracticePage(await browser.OpenAsync(site.Address));
        await desktop.Page.Context.AddCookiesAsync((await phone.Page.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString(), HttpOnly = c.HttpOnly }));
        await desktop.OpenAsync();
        await desktop.SeesTextAsync(text);
        return (phone, desktop);
    }

    private async Task<List<string>> VersionsAsync(PracticePage practice)
    {
        var id = await DraftIdAsync(practice);
        var versions = await site.InDbAsync(db => db.DraftVersions.Where(v => v.DraftId == id).ToListAsync());
        return [.. versions.Select(v => v.Text.Of("attitude"))];
    }

    private static async Task<Guid> DraftIdAsync(PracticePage practice) =>
        Guid.Parse((await practice.Page.Locator("form[data-draft-id]").GetAttributeAsync("data-draft-id"))!.Split('~')[^1]);

    private static async Task CloseAsync(params PracticePage[] pages)
    {
        foreach (var page in pages) await page.Page.Context.CloseAsync();
    }
}
