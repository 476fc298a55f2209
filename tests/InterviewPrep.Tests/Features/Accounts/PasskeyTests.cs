using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts.SignIn.Passkeys;

namespace InterviewPrep.Tests.Features.Accounts;

/// <summary>What needs no authenticator; the rest is in the browser tests.</summary>
public sealed class PasskeyTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Ten_passkeys_are_the_most()
    {
        using var person = await app.NewPersonAsync("钥匙很多");
        for (var i = 0; i < PasskeyVerifier.Most - 1; i++) await app.AddPasskeyAsync("钥匙很多");
        var page = await person.GetAsync("/account/passkeys");
        (await person.SubmitAsync(page, "form[data-passkey]", ("credential", "{}"))).TextOf("[role=alert]").Should().Contain("没有添加成功");
        await app.AddPasskeyAsync("钥匙很多");

        (await person.GetAsync("/account/passkeys")).Page.QuerySelector("form[data-passkey]").Should().BeNull();
        (await person.SubmitAsync(page, "form[data-passkey]", ("credential", "{}"))).TextOf("[role=alert]").Should().Contain("最多 10 把");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, "/account/passkeys?handler=Options"));
        request.Headers.Add("RequestVerificationToken", page.One("main input[name=__RequestVerificationToken]").GetAttribute("value"));
        (await person.SendAsync(request)).Status.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Somebody_elses_passkey_is_404()
    {
        using var owner = await app.NewPersonAsync("钥匙的主人");
        using var other = await app.NewPersonAsync("别的人");
        var id = await app.AddPasskeyAsync("钥匙的主人");

        (await owner.GetAsync($"/account/passkeys/{id}")).Status.Should().Be(HttpStatusCode.OK);
        (await other.GetAsync($"/account/passkeys/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await owner.GetAsync("/account/passkeys/zz")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}")]
    public async Task A_made_up_word_opens_nothing_and_breaks_nothing(string word)
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/account/sign-in");

        var answer = await visitor.SubmitAsync(page, "form[data-passkey]", ("credential", word));

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.TextOf("[role=alert]").Should().Contain("没有通过");
    }
}
