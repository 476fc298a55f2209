using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>What a learner does on the phone when the marks come back.</summary>
[Collection(BrowserGroup.Name)]
public sealed class WorkThroughFeedback(Browser browser, Site site)
{
    private const string Question = "bus-stop-cut-notice";

    [BrowserFact]
    public async Task A_learner_opens_the_feedback_on_the_phone_works_through_the_to_do_and_asks_for_a_second_look()
    {
        using var room = await Classroom.NewAsync(site);
        var assignment = await room.AssignAsync(null, Question);
        await room.AnswerAsync(assignment, room.AId);
        await room.MarkAllAsync(assignment);
        await room.ReleaseAsync(assignment);

        var page = await browser.OpenAsync(site.Address, 390);
        await page.Context.AddCookiesAsync(room.A.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString() }));
        var problems = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") problems.Add(message.Text); };

        await page.GotoAsync("/");
        await Expect(page.Locator("[data-unread]")).ToContainTextAsync("1");
        await page.Locator("nav a[href='/feedback']").ClickAsync();
        await page.Locator("main h2 a").First.ClickAsync();
        await Expect(page.Locator("mark.noted").First).ToHaveTextAsync(People.Words[..3]);
        await FitsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "我来改" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "我来改" })).ToHaveAttributeAsync("aria-pressed", "true");

        await page.GetByRole(AriaRole.Link, new() { Name = "按批注再写一稿" }).ClickAsync();
        await page.Locator("textarea").First.FillAsync("今天下班前先公开回应。" + People.Words);
        await FitsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("改好了") }).ClickAsync();
        await Expect(page.Locator("#todos")).ToHaveCountAsync(0);

        await page.GotoAsync("/feedback");
        await page.Locator("main h2 a").First.ClickAsync();
        await Expect(page.Locator(".beforeafter ins")).ToContainTextAsync("今天下班前先公开回应。");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("申请复核") }).First.ClickAsync();
        await page.GetByLabel("理由").FillAsync("第一句里说了三个工作日，请老师再看一下。");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();
        await Expect(page.GetByText("已申请，等老师答复")).ToBeVisibleAsync();
        problems.Should().BeEmpty();
        await page.Context.CloseAsync();
    }

    private static async Task FitsAsync(IPage page) =>
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0);
}
