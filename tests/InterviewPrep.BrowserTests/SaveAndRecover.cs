using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>Every character that was typed is there, whatever happens to the line, the tab or the server.</summary>
[Collection(BrowserGroup.Name)]
public sealed class SaveAndRecover(Browser browser, Site site) : IAsyncLifetime, IDisposable
{
    private Wire wire = null!;
    private PracticePage practice = null!;

    public async Task InitializeAsync()
    {
        if (Browser.Missing is not null) return;
        wire = new Wire(site.Address);
        practice = await new PracticePage(await browser.OpenAsync(wire.Address)).OpenAsync();
    }

    public async Task DisposeAsync()
    {
        if (practice is not null) await practice.Page.Context.CloseAsync();
    }

    public void Dispose() => wire?.Dispose();

    [BrowserFact]
    public async Task A_cut_line_is_named_and_what_was_typed_goes_out_when_it_is_back()
    {
        await practice.WriteAsync("进隧道前写的。");
        wire.Cut();
        await practice.TypeAsync("隧道里写的。");
        await practice.SeesLineAsync(PracticePage.NoNetwork);
        await Expect(practice.Page.Locator("[data-save-spoken]")).ToHaveTextAsync(PracticePage.NoNetwork);
        await practice.TypeAsync("还在隧道里。");

        wire.Restore();

        await practice.SeesLineAsync(PracticePage.Saved);
        (await StoredAsync()).Should().Be("进隧道前写的。隧道里写的。还在隧道里。");
    }

    [BrowserFact]
    public async Task A_slow_line_saves_too()
    {
        wire.SlowDown(3_000);
        await practice.TypeAsync("慢慢地，也存得上。");
        await practice.SeesLineAsync("正在保存");

        await practice.SeesLineAsync(PracticePage.Saved);

        (await StoredAsync()).Should().Be("慢慢地，也存得上。");
    }

    [BrowserFact]
    public async Task What_is_typed_before_the_script_is_there_is_saved_when_it_is()
    {
        var script = new TaskCompletionSource();
        await practice.Page.Context.RouteAsync("**/js/autosave.js*", async route =>
        {
            await script.Task;
            await route.ContinueAsync();
        });
        // Without waiting for the load, which the script holds up.
        await practice.Page.GotoAsync($"/practice/{PracticePage.Question}", new() { WaitUntil = WaitUntilState.Commit });

        await PracticePage.UntilSavedAsync(practice.Page, async () =>
        {
            await practice.TypeAsync("页面刚出来就写。");
            script.SetResult();
        });

        (await StoredAsync()).Should().Be("页面刚出来就写。");
    }

    [BrowserFact]
    public async Task A_lost_answer_makes_no_conflict()
    {
        await practice.WriteAsync("第一句。");
        wire.LoseAnswers();
        await practice.TypeAsync("第二句，服务器收到了，回信丢了。");
        await practice.SeesLineAsync(PracticePage.NoNetwork);
        await practice.TypeAsync("第三句。");

        wire.Restore();

        await practice.SeesLineAsync(PracticePage.Saved);
        await Expect(practice.Conflict).ToBeHiddenAsync();
        (await StoredAsync()).Should().EndWith("第三句。");
    }

    [BrowserFact]
    public async Task A_stopped_server_is_waited_for()
    {
        await practice.WriteAsync("停机前。");
        await site.StopAsync();
        await practice.TypeAsync("停机时。");
        await practice.SeesLineAsync(PracticePage.NoNetwork);

        await site.StartAgainAsync();

        await practice.SeesLineAsync(PracticePage.Saved);
        (await StoredAsync()).Should().Be("停机前。停机时。");
    }

    [BrowserFact]
    public async Task A_server_that_fails_is_named_as_that()
    {
        await practice.Page.RouteAsync("**/api/drafts/**", route => route.FulfillAsync(new() { Status = 500 }));
        await practice.TypeAsync("服务器出错时写的。");
        await practice.SeesLineAsync(PracticePage.ServerFault);

        await practice.Page.UnrouteAllAsync();

        await practice.SeesLineAsync(PracticePage.Saved);
    }

    [BrowserFact]
    public async Task A_tab_closed_in_mid_sentence_has_every_character_when_it_is_opened_again()
    {
        await practice.WriteAsync("写完的一句。");
        wire.Cut();
        await practice.TypeAsync("没写完的半");
        var context = practice.Page.Context;
        await practice.Page.CloseAsync();
        wire.Restore();

        practice = await new PracticePage(await context.NewPageAsync()).OpenAsync();

        await practice.SeesTextAsync("写完的一句。没写完的半");
        await practice.SeesLineAsync(PracticePage.Saved);
        (await StoredAsync()).Should().Be("写完的一句。没写完的半");
    }

    [BrowserFact]
    public async Task A_draft_that_never_reached_the_server_is_sent_from_any_page_once()
    {
        wire.Cut();
        await practice.TypeAsync("一次也没发出去。");
        await practice.SeesLineAsync(PracticePage.NoNetwork);
        var context = practice.Page.Context;
        await practice.Page.CloseAsync();
        wire.Restore();

        var desk = await context.NewPageAsync();
        var sent = desk.WaitForResponseAsync(r => r.Request.Method == "PUT" && r.Ok);
        await desk.GotoAsync("/lessons");
        await sent;
        await desk.GotoAsync("/drafts");
        await Expect(desk.Locator("main li.card")).ToHaveCountAsync(1);

        practice = await new PracticePage(desk).OpenAsync();
        await practice.SeesTextAsync("一次也没发出去。");
    }

    [BrowserFact]
    public async Task A_new_attempt_stays_the_same_attempt_when_the_page_is_loaded_again()
    {
        await practice.WriteAsync("第一遍。");
        await practice.OpenAsync("?fresh=true");
        await practice.WriteAsync("第二遍，");

        await practice.Page.ReloadAsync();
        await practice.WriteAsync("接着写。");

        await practice.SeesTextAsync("第二遍，接着写。");
        await practice.Page.GotoAsync("/drafts");
        await Expect(practice.Page.Locator("main li.card")).ToHaveCountAsync(2);
    }

    [BrowserFact]
    public async Task A_draft_that_the_server_no_longer_has_can_be_saved_as_a_new_one()
    {
        await practice.WriteAsync("服务器上没了的一份。");
        var id = Guid.Parse((await practice.Page.Locator("form[data-draft-id]").GetAttributeAsync("data-draft-id"))!.Split('~')[^1]);
        await site.InDbAsync(db => db.Drafts.Where(d => d.Id == id).ExecuteDeleteAsync());
        await practice.TypeAsync("接着写。");
        await practice.SeesLineAsync("未保存：服务器上没有这份作答");

        await practice.Page.Locator("[data-save-as-new]").ClickAsync();

        await practice.SeesLineAsync(PracticePage.Saved);
        (await StoredAsync()).Should().Be("服务器上没了的一份。接着写。");
    }

    private async Task<string> StoredAsync()
    {
        var id = Guid.Parse((await practice.Page.Locator("form[data-draft-id]").GetAttributeAsync("data-draft-id"))!.Split('~')[^1]);
        var draft = await site.InDbAsync(db => db.Drafts.SingleAsync(d => d.Id == id));
        return draft.Text.Of("attitude");
    }
}
