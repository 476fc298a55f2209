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
}
