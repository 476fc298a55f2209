using System.Text.RegularExpressions;
using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>Times of saving are the site's, on a device that is set to another zone too.</summary>
[Collection(BrowserGroup.Name)]
public sealed class SaveTimes(Browser browser, Site site)
{
    private const string Zone = "America/New_York";

    // The minute may have turned between saving and looking.
    private static Regex Now()
    {
        var now = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        return new Regex(string.Join('|', Enumerable.Range(-1, 3).Select(m => now.AddMinutes(m).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [BrowserFact]
    public async Task A_learners_save_line()
    {
        var page = await browser.OpenAsync(site.Address, zone: Zone);
        await page.GotoAsync("/practice/bus-stop-cut-notice");
        await page.Locator("textarea[data-stage]").First.FillAsync("感谢大家提醒，当天公开回应。");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();

        await Expect(page.Locator("[data-save-line]")).ToContainTextAsync("已保存");
        await Expect(page.Locator("[data-save-line]")).ToContainTextAsync(Now());
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task The_marking_desk()
    {
        using var teacher = await site.NewPersonAsync("别处的老师", Roles.Teacher);
        var (classId, assignment) = await BigClass.NewAsync(site, await BigClass.IdOfAsync(site, "别处的老师"), 2, 0, "bus-passed-stop-rain");
        var page = await browser.OpenAsync(site.Address, zone: Zone);
        await page.Context.AddCookiesAsync(teacher.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString() }));
        await page.GotoAsync($"/classes/{classId}/assignments/{assignment}/marking");
        await page.GetByRole(AriaRole.Link, new() { Name = "从下一份未批的开始" }).ClickAsync();
        await page.Locator("#marking-form[data-ready]").WaitForAsync();
        await page.Locator("[name='Input.Remark']").FillAsync("写得实在。");

        var line = page.GetByText(new Regex(@"已保存 \d\d:\d\d")).First;
        await Expect(line).ToContainTextAsync(Now());
        await page.Context.CloseAsync();
    }
}
