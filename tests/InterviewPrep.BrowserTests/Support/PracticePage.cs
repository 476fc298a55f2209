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
    public async Task WriteAsync(string text)
    {
        await TypeAsync(text);
        await SeesLineAsync("正在保存");
        await SeesLineAsync(Saved);
    }
}
