using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.Playwright;

namespace InterviewPrep.BrowserTests;

/// <summary>The marking desk on a small laptop: whatever has the focus is in sight.</summary>
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

    [BrowserFact]
    public async Task No_field_lies_under_another_at_1280_by_800()
    {
        using var teacher = await site.NewPersonAsync("小屏老师", Roles.Teacher);
        var (classId, assignment) = await BigClass.NewAsync(site, await BigClass.IdOfAsync(site, "小屏老师"), 2, 0, "bus-passed-stop-rain");
        var page = await browser.OpenAsync(site.Address);
        await page.SetViewportSizeAsync(1280, 800);
        await page.Context.AddCookiesAsync(teacher.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString() }));
        await page.GotoAsync($"/classes/{classId}/assignments/{assignment}/marking");
        await page.GetByRole(AriaRole.Link, new() { Name = "从下一份未批的开始" }).ClickAsync();
        await page.Locator("#marking-form[data-ready]").WaitForAsync();

        (await page.Locator("aside [name='Input.Pile']").CountAsync()).Should().Be(1);
        (await page.EvaluateAsync<string[]>(Covered)).Should().BeEmpty();
    }
}
