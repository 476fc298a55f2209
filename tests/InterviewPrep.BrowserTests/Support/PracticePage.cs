using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests.Support;

/// <summary>What people do on the practice page, and what they see there.</summary>
public sealed class PracticePage(IPage page)
{
    public const string Question = "bus-passed-stop-rain";

    public const string Saved = "已保存", NoNetwork = "未保存（网络不通，内容在本机）", ServerFault = "未保存（服务器出错，内容在本机）";

    public IPage Page => page;

    public ILocator Field => page.GetByLabel("态度", new() { Exact = true });

    public ILocator Line => page.Locator("[data-save-line]");

    public ILocator Conflict => page.Locator("[data-conflict]");

    public async Task<PracticePage> OpenAsync(string query = "")
    {
        await page.GotoAsync($"/practice/{Question}{query}");
        return this;
    }

    /// <summary>Types at the end of the first field, key by key.</summary>
    public async Task TypeAsync(string text)
    {
        await Field.FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.InsertTextAsync(text);
    }

    public Task SeesLineAsync(string start) => Expect(Line).ToContainTextAsync(start);

    public Task SeesTextAsync(string text) => Expect(Field).ToHaveValueAsync(text);

    /// <summary>Writes and waits until it is on the server.</summary>
    public Task WriteAsync(string text) => UntilSavedAsync(page, () => TypeAsync(text));

    /// <summary>Writes and waits until the server has acknowledged it.</summary>
    /// <remarks>By the revision, not by the words 正在保存: what was typed before the script was there is saved as soon as it is, and those words are gone within milliseconds.</remarks>
    public static async Task UntilSavedAsync(IPage page, Func<Task> write)
    {
        var form = page.Locator("form.practice");
        var before = await form.GetAttributeAsync("data-revision") ?? "";
        await write();
        await Expect(form).Not.ToHaveAttributeAsync("data-revision", before);
        await Expect(page.Locator("[data-save-line]")).ToContainTextAsync(Saved);
    }
}
