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
        (await LostAsync(page, address.Replace("{draft}", await BeginAsync(page), StringComparison.Ordinal))).Should().BeEmpty();
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData("/classes/{class}/assignments/new")]
    [InlineData("/classes/{class}/assignments/{assignment}/edit")]
    [InlineData("/classes/{class}/people")]
    [InlineData("/classes/{class}/roster")]
    [InlineData("/classes/{class}/settings")]
    [InlineData("/questions/own/{own}")]
    public async Task What_a_teacher_types_is_there_after_every_other_control(string address)
    {
        using var room = await Classroom.NewAsync(site);
        var page = await browser.OpenAsync(site.Address);
        await page.Context.AddCookiesAsync(room.Teacher.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString() }));
        var own = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/questions/{Question}"), "form[action*=Copy]");

        (await LostAsync(page, address.Replace("{class}", $"{room.ClassId}", StringComparison.Ordinal).Replace("{assignment}", $"{await room.AssignAsync(null, Question)}", StringComparison.Ordinal)
            .Replace("/questions/own/{own}", own.Address.AbsolutePath, StringComparison.Ordinal))).Should().BeEmpty();
        await page.Context.CloseAsync();
    }

    /// <summary>What was typed and is gone after one of the page's controls was pressed; each with the control.</summary>
    private async Task<List<string>> LostAsync(IPage first, string address)
    {
        var buttons = await ButtonsAsync(first, address);
        var lost = new List<string>();
        for (var i = 0; i < buttons; i++)
        {
            // A tab for each, so that no way that a button still goes is cut off.
            var page = await first.Context.NewPageAsync();
            await ButtonsAsync(page, address);
            var button = page.Locator(Buttons).Nth(i);
            if (!await button.IsVisibleAsync())
            {
                await page.CloseAsync();
                continue;
            }
            var name = (await button.InnerTextAsync()).Trim();
            var typed = await TypeAsync(page, $"{i}");
            await button.ClickAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            if (new Uri(page.Url).AbsolutePath != new Uri(site.Address, address).AbsolutePath) await page.GoBackAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var after = await page.EvaluateAsync<string>("[...document.querySelectorAll('main textarea, main input')].map((f) => f.value).join('\\n') + document.querySelector('main').innerText");
            lost.AddRange(typed.Where(t => !after.Contains(t, StringComparison.Ordinal)).Select(t => $"{t} after {name} of {address}"));
            await page.CloseAsync();
        }
        return lost;
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
            // A short field takes the beginning.
            await fields.Nth(i).FillAsync($"打的字{mark}之{i}够长了够长了够长了够长了。");
            typed.Add(await fields.Nth(i).InputValueAsync());
        }
        return typed;
    }
}
