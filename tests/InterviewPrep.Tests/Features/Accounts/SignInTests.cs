using System.Net;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Accounts;

public sealed class SignInTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Signing_in_and_out()
    {
        using var person = await app.NewPersonAsync("学员甲");

        var home = await person.GetAsync("/");
        home.TextOf(".account").Should().Contain("学员甲");
        await person.SubmitAsync(await person.GetAsync("/account/sign-out"), "main form");
        (await person.GetAsync("/")).TextOf(".account").Should().Contain("登录");
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_name_and_says_what_to_do()
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.SubmitAsync(await visitor.GetAsync("/account/sign-in"), "main form", ("name", "无此人"), ("password", "不对不对不对"));

        page.TextOf("[role=alert]").Should().Contain("再试一次");
        page.One("input[name=name]").GetAttribute("value").Should().Be("无此人");
    }

    [Fact]
    public async Task A_page_from_before_signing_in_or_from_a_second_tab_goes_on()
    {
        using var person = await app.NewPersonAsync("两个标签页的人");
        await person.SubmitAsync(await person.GetAsync("/account/sign-out"), "main form");
        var (first, second) = (await person.GetAsync("/account/sign-in?returnUrl=/drafts"), await person.GetAsync("/account/sign-in?returnUrl=/drafts"));

        foreach (var tab in new[] { first, second })
        {
            var answer = await person.SubmitAsync(tab, "main form", ("name", "两个标签页的人"), ("password", People.Password));
            answer.Status.Should().Be(HttpStatusCode.OK);
            answer.Address.AbsolutePath.Should().Be("/drafts");
        }
    }

    [Fact]
    public async Task A_page_that_was_made_for_one_account_does_nothing_in_another()
    {
        using var other = await app.NewPersonAsync("同一台电脑的另一个人");
        using var person = await app.NewPersonAsync("没关页面的人");
        var page = await person.GetAsync("/account/sign-out");
        await person.SubmitAsync(page, "main form");
        await person.SignInAsync("同一台电脑的另一个人");

        (await person.SubmitAsync(page, "main form")).Status.Should().Be(HttpStatusCode.BadRequest);

        (await person.GetAsync("/")).TextOf(".account").Should().Contain("同一台电脑的另一个人");
    }
}
