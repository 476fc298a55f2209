using InterviewPrep.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>A point that is chosen lights up on both sides: by tap, by key and for a screen reader; and who tells who one is, is warned.</summary>
[Collection(BrowserGroup.Name)]
public sealed class Compare(Browser browser, Site site)
{
    private const string Plain =
        "您先坐，这事我接了，我不往外推。您慢慢说，我拿本子一条一条记，记完念给您听。后天下班前，查成什么样我都给您打电话。" +
        "回头我把当天的行车记录和监控调出来对，再找司机当面问一遍。过程没必要公开，乘客代表也不用参加。";

    private static async Task WriteAsync(IPage page, string text)
    {
        await page.GotoAsync($"/practice/{PracticePage.Question}");
        await page.GetByLabel("态度", new() { Exact = true }).FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "交卷并对照" }).ClickAsync();
    }

    // A sentence runs over several lines: the finger comes down on the words of the last one.
    private static async Task TapAsync(ILocator mark)
    {
        await mark.ScrollIntoViewIfNeededAsync();
        var at = await mark.EvaluateAsync<float[]>("(link) => { const box = [...link.getClientRects()].at(-1); return [box.left + box.width / 2, box.top + box.height / 2]; }");
        await mark.Page.Touchscreen.TapAsync(at[0], at[1]);
    }

    [BrowserFact]
    public async Task On_a_phone_a_tap_raises_the_point_and_gives_the_focus_back()
    {
        var page = await browser.OpenAsync(site.Address, 390, touch: true);
        await WriteAsync(page, Plain);
        var mark = page.Locator("section[aria-labelledby=own-h] a.m[data-points~='action.verify']").First;
        await Expect(mark).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^【多方核实，说到了"));

        await page.Locator("html.js").WaitForAsync();
        await TapAsync(mark);

        var panel = page.Locator("[data-panel]");
        await Expect(panel).ToBeVisibleAsync();
        await Expect(panel.Locator("h3").First).ToBeFocusedAsync();
        await Expect(panel).ToContainTextAsync("行车记录和监控调出来对");
        await Expect(mark).ToHaveAttributeAsync("aria-current", "true");
        await Expect(page.Locator("section[aria-labelledby=model-h] a.m[aria-current]").First).ToHaveAttributeAsync("data-points", "action.verify");
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue("nothing sticks out of the screen");
        await page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToBeHiddenAsync();
        await Expect(mark).ToBeFocusedAsync();

        await TapAsync(mark);
        await panel.GetByRole(AriaRole.Button, new() { Name = "收起" }).TapAsync();
        await Expect(panel).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task On_a_wide_screen_the_arrow_keys_walk_the_points_and_both_texts_light_up()
    {
        var page = await browser.OpenAsync(site.Address, 1280);
        await WriteAsync(page, Plain);
        var points = page.Locator(".picklist [data-points]");
        await Expect(points.First).ToHaveAttributeAsync("aria-current", "true");
        await points.First.FocusAsync();

        await page.Keyboard.PressAsync("ArrowDown");

        await Expect(points.Nth(1)).ToBeFocusedAsync();
        await Expect(page.Locator(".points .point.current")).ToHaveCountAsync(1);
        var point = await points.Nth(1).GetAttributeAsync("data-points");
        await Expect(page.Locator(".point.current")).ToHaveAttributeAsync("data-point", point!);
        await Expect(page.Locator($"section[aria-labelledby=model-h] a.m[data-points='{point}']").First).ToHaveAttributeAsync("aria-current", "true");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Selected_words_make_a_point_that_the_coach_passed_over()
    {
        var page = await browser.OpenAsync(site.Address, 390, touch: true);
        await WriteAsync(page, Plain);
        await page.Locator(".point .row a[href*='/points/']:not([href*=not])").First.EvaluateAsync("(link) => link.click()");
        var sentence = page.Locator("[data-sentences] [data-start]").First;
        await sentence.EvaluateAsync("(e) => { const range = document.createRange(); range.setStart(e.firstChild, 0); range.setEnd(e.firstChild, 4); getSelection().removeAllRanges(); getSelection().addRange(range); }");
        await Expect(page.Locator("[data-own]")).ToContainTextAsync("我划的：“您先坐，”");
        await Expect(page.Locator("[data-own] input")).ToBeCheckedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "就是这一句" }).TapAsync();

        await Expect(page.Locator("a.m.mine")).ToContainTextAsync("您先坐，");
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue("nothing sticks out of the screen");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Who_says_who_one_is_is_asked_before_handing_in()
    {
        var page = await browser.OpenAsync(site.Address, 390);
        await WriteAsync(page, "各位考官好，我叫王某，毕业于江边师范学院。" + Plain);

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("毕业于江边师范学院");
        await page.GetByRole(AriaRole.Button, new() { Name = "不是我的，照交" }).ClickAsync();

        await Expect(page.Locator("[data-compare]")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
