using System.Text.RegularExpressions;
using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>Types into every field of a page, presses every other control of it, and finds the words again: in the field, or where they were put.</summary>
[Collection(BrowserGroup.Name)]
public sealed class TypedTextSurvives(Browser browser, Site site)
{
    private const string Question = "bus-stop-cut-notice";

    /// <summary>Without those that take away the very thing that one types into.</summary>
    private const string Buttons = "main button:not([disabled]):not(form[action*='delete'] button)";

    private const string Fields = "main textarea:visible, main input:is([type=text], [type=search], :not([type])):visible";

    [BrowserTheory]
    [InlineData("/lessons/first-sentence")]
    [InlineData("/practice/" + Question)]
    [InlineData("/practice/" + Question + "?fresh=true")]
    [InlineData("/drafts/{draft}/history")]
    [InlineData("/questions")]
    [InlineData("/sheets/" + Question)]
    public async Task What_is_typed_is_there_after_every_other_control(string address)
    {
        var page = await browser.OpenAsync(site.Address);
        address = address.Replace("{draft}", await BeginAsync(page), StringComparison.Ordinal);
        var buttons = await ButtonsAsync(page, address);
        var lost = new List<string>();
        for (var i = 0; i < buttons; i++)
        {
            await ButtonsAsync(page, address);
            var button = page.Locator(Buttons).Nth(i);
            if (!await button.IsVisibleAsync()) continue;
            var name = (await button.InnerTextAsync()).Trim();
            var typed = await TypeAsync(page, $"{i}");
            await button.ClickAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            if (new Uri(page.Url).AbsolutePath != new Uri(site.Address, address).AbsolutePath) await page.GoBackAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var after = await page.EvaluateAsync<string>("[...document.querySelectorAll('main textarea, main input')].map((f) => f.value).join('\\n') + document.querySelector('main').innerText");
            lost.AddRange(typed.Where(t => !after.Contains(t, StringComparison.Ordinal)).Select(t => $"{t} after {name} of {address}"));
        }
        lost.Should().BeEmpty();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Ticks_stay_when_the_other_model_answer_is_shown_and_going_back_shows_the_answer_that_was_handed_in()
    {
        var page = await browser.OpenAsync(site.Address);
        await BeginAsync(page);
        await page.GotoAsync($"/practice/{Question}");
        await page.GetByRole(AriaRole.Button, new() { Name = "交卷并对照" }).ClickAsync();
        var ticks = page.Locator("input[name=ticks]");
        var first = await ticks.First.IsCheckedAsync();
        await ticks.First.SetCheckedAsync(!first);

        await page.GetByRole(AriaRole.Button, new() { Name = "示例二" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "示例二" })).ToHaveAttributeAsync("aria-current", "true");
        (await ticks.First.IsCheckedAsync()).Should().Be(!first);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存自评" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("answer=2"));
        (await ticks.First.IsCheckedAsync()).Should().Be(!first);

        await page.GotoAsync($"/practice/{Question}");
        await Expect(page.Locator("main .note").First).ToContainTextAsync("这里是新的一稿");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_message_stands_where_one_looks_and_has_the_focus()
    {
        var page = await browser.OpenAsync(site.Address, 390);
        await page.GotoAsync("/lessons/first-sentence");
        await page.GetByRole(AriaRole.Button, new() { Name = "写好了，看范例" }).ClickAsync();

        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("先写一句");
        await Expect(page.Locator("[role=alert]")).ToBeFocusedAsync();
        await Expect(page.Locator("[role=alert]")).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Back_after_handing_in_shows_what_was_handed_in()
    {
        var page = await browser.OpenAsync(site.Address);
        await page.GotoAsync($"/practice/{Question}");
        await page.Locator("textarea[data-stage]").First.FillAsync("感谢大家提醒，当天公开回应，三个工作日内说清改还是不改。");
        await page.GetByRole(AriaRole.Button, new() { Name = "交卷并对照" }).ClickAsync();
        await Expect(page.Locator("#points-h")).ToBeVisibleAsync();

        await page.GoBackAsync();

        await Expect(page.Locator("textarea[data-stage]").First).ToHaveValueAsync(new Regex("感谢大家提醒"));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task What_is_typed_into_one_form_of_a_page_is_there_after_another_was_sent()
    {
        using var room = await Classroom.NewAsync(site);
        var page = await browser.OpenAsync(site.Address);
        await page.Context.AddCookiesAsync(room.Teacher.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString() }));
        await page.GotoAsync($"/classes/{room.ClassId}/people");
        await page.GetByLabel("对方的用户名").FillAsync("还没加的老师");

        await page.EvaluateAsync("document.querySelectorAll('main details').forEach((d) => (d.open = true))");
        var dismiss = page.GetByRole(AriaRole.Button, new() { Name = "移出班级" });
        var people = await dismiss.CountAsync();
        await dismiss.Last.ClickAsync();

        await Expect(page.Locator("form[action*=Dismiss]")).ToHaveCountAsync(people - 1);
        await Expect(page.GetByLabel("对方的用户名")).ToHaveValueAsync("还没加的老师");
        await page.Context.CloseAsync();
    }

    private static async Task<string> BeginAsync(IPage page)
    {
        await page.GotoAsync($"/practice/{Question}");
        await page.Locator("textarea[data-stage]").First.FillAsync("感谢大家提醒，当天公开回应，三个工作日内说清改还是不改。");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-save-line]")).ToContainTextAsync("已保存");
        return (await page.Locator("form[data-draft-id]").GetAttributeAsync("data-draft-id"))!.Split('~')[^1];
    }

    private static async Task<int> ButtonsAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach((d) => (d.open = true))");
        return await page.Locator(Buttons).CountAsync();
    }

    private static async Task<List<string>> TypeAsync(IPage page, string mark)
    {
        var fields = page.Locator(Fields);
        var typed = new List<string>();
        for (var i = 0; i < await fields.CountAsync(); i++)
        {
            typed.Add($"打的字{mark}之{i}够长了够长了够长了够长了。");
            await fields.Nth(i).FillAsync(typed[^1]);
        }
        return typed;
    }
}
