using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>Each key of the teachers' manual that the other journeys do not press, and the switch that turns single keys off.</summary>
[Collection(BrowserGroup.Name)]
public sealed class MarkingKeys(Browser browser, Site site)
{
    [BrowserFact]
    public async Task Letters_lead_to_their_fields_arrows_move_backspace_erases_and_the_switch_turns_all_of_them_off()
    {
        using var teacher = await site.NewPersonAsync("按键老师", Roles.Teacher);
        var (classId, assignment) = await BigClass.NewAsync(site, await BigClass.IdOfAsync(site, "按键老师"), 2, 0, "bus-passed-stop-rain");
        var page = await browser.OpenAsync(site.Address);
        await page.Context.AddCookiesAsync(teacher.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString() }));
        await page.GotoAsync($"/classes/{classId}/assignments/{assignment}/marking");
        await page.GetByRole(AriaRole.Link, new() { Name = "从下一份未批的开始" }).ClickAsync();
        await page.Locator("#marking-form[data-ready]").WaitForAsync();

        foreach (var (key, field) in new[] { ("r", "Input.Remark"), ("b", "Input.Note"), ("p", "Input.Pile"), ("t", "GiveBack.Reason") })
        {
            await page.Keyboard.PressAsync(key);
            await Expect(page.Locator($"[name='{field}']")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("[data-heading]")).ToBeFocusedAsync();
        }

        var points = page.Locator("input[data-points]");
        await page.Keyboard.PressAsync("5");
        await Expect(points.First).ToHaveValueAsync("5");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("6");
        await Expect(points.Nth(1)).ToHaveValueAsync("6");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Backspace");
        await Expect(points.First).ToHaveValueAsync("");
        await Expect(points.Nth(1)).ToHaveValueAsync("6");

        var first = (await page.Locator("h1").TextContentAsync())!;
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("h1")).Not.ToHaveTextAsync(first);
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Locator("h1")).ToHaveTextAsync(first);

        await page.Keyboard.PressAsync("?");
        await page.GetByLabel("用单键快捷键（数字、字母、方向键）").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("[data-heading]").FocusAsync();
        await page.Keyboard.PressAsync("9");
        await page.Keyboard.PressAsync("r");
        await Expect(points.First).ToHaveValueAsync("");
        await Expect(page.Locator("[data-heading]")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }
}
