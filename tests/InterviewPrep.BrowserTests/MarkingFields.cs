using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>The marking desk on a small laptop: whatever has the focus is in sight, and each key does what the manual says.</summary>
[Collection(BrowserGroup.Name)]
public sealed class MarkingFields(Browser browser, Site site)
{
    private const string Covered = """
        () => [...document.querySelectorAll("aside :is(input:not([type=hidden]), textarea, select, button)")].filter((field) => {
          if (!field.getClientRects().length) return false;
          field.focus();
          field.scrollIntoView({ block: "nearest" });
          const box = field.getBoundingClientRect();
          const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          return !(seen && (field === seen || field.contains(seen) || seen.contains(field) && seen.tagName === "LABEL"));
        }).map((field) => field.name || field.textContent.trim())
        """;

    private async Task<IPage> OpenAsync(string name)
    {
        using var teacher = await site.NewPersonAsync(name, Roles.Teacher);
        var (classId, assignment) = await BigClass.NewAsync(site, await BigClass.IdOfAsync(site, name), 3, 0, "bus-passed-stop-rain");
        var page = await browser.OpenAsync(site.Address);
        await page.SetViewportSizeAsync(1280, 800);
        await page.Context.AddCookiesAsync(teacher.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString() }));
        await page.GotoAsync($"/classes/{classId}/assignments/{assignment}/marking");
        await page.GetByRole(AriaRole.Link, new() { Name = "从下一份未批的开始" }).ClickAsync();
        await page.Locator("#marking-form[data-ready]").WaitForAsync();
        return page;
    }

    [BrowserFact]
    public async Task No_field_lies_under_another_at_1280_by_800()
    {
        var page = await OpenAsync("小屏老师");

        (await page.Locator("aside [name='Input.Pile']").CountAsync()).Should().Be(1);
        (await page.EvaluateAsync<string[]>(Covered)).Should().BeEmpty();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Every_key_of_the_manual_does_what_its_row_says_until_single_keys_are_switched_off()
    {
        var page = await OpenAsync("单键老师");
        var points = page.Locator("input[data-points]").First;

        foreach (var (key, field) in new[] { ("r", "Input.Remark"), ("b", "Input.Note"), ("p", "Input.Pile"), ("t", "GiveBack.Reason") })
        {
            await page.Keyboard.PressAsync(key);
            await Expect(page.Locator($"[name='{field}']")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator($"[name='{field}']")).Not.ToBeFocusedAsync();
        }
        await page.Keyboard.PressAsync("h");
        await Expect(points).Not.ToHaveValueAsync("");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Backspace");
        await Expect(points).ToHaveValueAsync("");
        var first = await page.Locator("h1").TextContentAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("h1")).Not.ToHaveTextAsync(first!);
        await page.Locator("#marking-form[data-ready]").WaitForAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Locator("h1")).ToHaveTextAsync(first!);
        await page.Locator("#marking-form[data-ready]").WaitForAsync();
        await page.Keyboard.PressAsync("?");
        await page.Locator("[data-single-keys]").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("h");
        await page.Keyboard.PressAsync("r");
        await Expect(points).ToHaveValueAsync("");
        await Expect(page.Locator("[name='Input.Remark']")).Not.ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }
}
