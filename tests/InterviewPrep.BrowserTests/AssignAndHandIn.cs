using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>A teacher sets tonight's question, a learner comes by the link on a phone, writes against the clock and hands in.</summary>
[Collection(BrowserGroup.Name)]
public sealed class AssignAndHandIn(Browser browser, Site site)
{
    private const string Words = "感谢您的提醒，我当天就公开回应，三个工作日内公布核查的结果，并且当面听您把话说完。";

    [BrowserFact]
    public async Task From_the_class_code_to_the_receipt()
    {
        foreach (var (name, role) in new[] { ("浏览器老师", Roles.Teacher), ("浏览器学员", Roles.Learner) }) (await site.NewPersonAsync(name, role)).Dispose();
        var teacher = await SignInAsync("浏览器老师", 1280);
        await teacher.GotoAsync("/classes/new");
        await teacher.GetByLabel("班级名").FillAsync("浏览器班");
        await teacher.GetByRole(AriaRole.Button, new() { Name = "开班" }).ClickAsync();
        var link = await teacher.Locator("aside a[href^='/join/']").GetAttributeAsync("href");

        var learner = await SignInAsync("浏览器学员", 390);
        await learner.GotoAsync(link!);
        await learner.GetByLabel("姓名").FillAsync("𬱖某某");
        await learner.GetByRole(AriaRole.Button, new() { Name = "加入" }).ClickAsync();

        await teacher.GetByRole(AriaRole.Link, new() { Name = "布置作业" }).ClickAsync();
        await teacher.Locator("input[name=Pick]").First.CheckAsync();
        await teacher.GetByText("更多：").ClickAsync();
        await teacher.GetByLabel("限时，开始后倒计时").CheckAsync();
        await teacher.GetByLabel("限时的总分钟数").FillAsync("20");
        await teacher.GetByRole(AriaRole.Button, new() { Name = "布置下去" }).ClickAsync();
        await Expect(teacher.GetByText("0 / 1 人已交")).ToBeVisibleAsync();

        await learner.GotoAsync("/");
        await learner.GetByRole(AriaRole.Link, new() { Name = "去做" }).ClickAsync();
        await learner.GetByRole(AriaRole.Button, new() { NameRegex = new("^开始") }).ClickAsync();
        await Expect(learner.GetByRole(AriaRole.Timer).First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("还剩 19:"));
        await learner.Locator("textarea").First.FillAsync(Words);
        await Expect(learner.Locator("[data-save-line]").First).ToContainTextAsync("已保存");
        (await learner.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0);
        await learner.GetByRole(AriaRole.Button, new() { Name = "检查并交卷" }).ClickAsync();
        await Expect(learner.GetByText("这一步没有写").First).ToBeVisibleAsync();
        await learner.GetByRole(AriaRole.Button, new() { Name = "交卷", Exact = true }).ClickAsync();
        await Expect(learner.GetByRole(AriaRole.Heading, new() { Name = "交卷回执" })).ToBeVisibleAsync();
        await Expect(learner.GetByText("没有迟交")).ToBeVisibleAsync();
        await teacher.ReloadAsync();
        await Expect(teacher.GetByText("1 / 1 人已交")).ToBeVisibleAsync();
        await teacher.Context.CloseAsync();
        await learner.Context.CloseAsync();
    }

    private async Task<IPage> SignInAsync(string name, int width)
    {
        var page = await browser.OpenAsync(site.Address, width);
        await page.GotoAsync("/account/sign-in");
        await page.Locator("main input[name=name]").FillAsync(name);
        await page.Locator("main input[name=password]").FillAsync(People.Password);
        await page.Locator("main form button").First.ClickAsync();
        await page.WaitForURLAsync(site.Address.ToString());
        return page;
    }
}
