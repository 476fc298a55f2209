using System.Text.Json;
using InterviewPrep.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>While an input method composes, nothing is sent, nothing is written and no key acts.</summary>
[Collection(BrowserGroup.Name)]
public sealed class ChineseInput(Browser browser, Site site)
{
    [BrowserFact]
    public async Task Nothing_happens_while_composing_and_the_end_of_it_saves()
    {
        var practice = await new PracticePage(await browser.OpenAsync(site.Address)).OpenAsync();
        var sent = new List<string>();
        practice.Page.Request += (_, request) => { if (request.Method == "PUT") sent.Add(request.PostData!); };
        await practice.WriteAsync("已经写好的。");
        sent.Clear();
        var keyboard = await practice.Page.Context.NewCDPSessionAsync(practice.Page);

        foreach (var letters in new[] { "h", "hu", "hui", "huif" }) await ComposeAsync(keyboard, letters);
        await practice.Page.EvaluateAsync("() => new Promise((done) => setTimeout(done, 1800))"); // longer than the pause before a save
        await practice.SeesTextAsync("已经写好的。huif");
        sent.Should().BeEmpty("an unfinished word is nobody's text yet");

        await keyboard.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = "回访" });
        await practice.SeesTextAsync("已经写好的。回访");
        await practice.SeesLineAsync(PracticePage.Saved);
        await Expect(practice.Page.Locator("[data-total]")).ToContainTextAsync("共 7 字");
        sent.Should().OnlyContain(body => JsonDocument.Parse(body, default).RootElement.GetProperty("sections").GetProperty("attitude").GetString() == "已经写好的。回访");
        await practice.Page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Keys_of_the_input_method_reach_no_handler_of_the_page()
    {
        var practice = await new PracticePage(await browser.OpenAsync(site.Address)).OpenAsync();
        await practice.Page.EvaluateAsync("""
            () => {
              window.seen = [];
              document.addEventListener("keydown", (event) => window.seen.push(event.key));
              const field = document.querySelector("textarea");
              field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }));
              field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true }));
              field.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
            }
            """);

        (await practice.Page.EvaluateAsync<string[]>("() => window.seen")).Should().Equal("a");
        await practice.Page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task With_the_keyboard_over_half_the_screen_the_line_being_written_stays_in_view()
    {
        var practice = await new PracticePage(await browser.OpenAsync(site.Address, 390)).OpenAsync();
        var last = practice.Page.GetByLabel("升华", new() { Exact = true });
        await last.FocusAsync();
        await practice.Page.SetViewportSizeAsync(390, 400);

        await practice.Page.Keyboard.InsertTextAsync(string.Concat(Enumerable.Repeat("写到这里也看得见。", 20)));

        await Expect(last).ToBeInViewportAsync();
        (await practice.Page.EvaluateAsync<bool>("""
            () => {
              const box = document.activeElement.getBoundingClientRect();
              const middle = document.elementFromPoint(box.x + box.width / 2, Math.min(innerHeight - 4, box.bottom - 12));
              return document.activeElement === middle && document.documentElement.scrollWidth <= innerWidth;
            }
            """)).Should().BeTrue("nothing floats over the text and nothing is cut off");
        await practice.Page.Context.CloseAsync();
    }

    private static Task<JsonElement?> ComposeAsync(ICDPSession keyboard, string letters) => keyboard.SendAsync(
        "Input.imeSetComposition", new Dictionary<string, object> { ["text"] = letters, ["selectionStart"] = letters.Length, ["selectionEnd"] = letters.Length });
}
