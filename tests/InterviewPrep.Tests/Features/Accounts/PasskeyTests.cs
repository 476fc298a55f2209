using System.Net;
using System.Security.Cryptography;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Passkeys;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Accounts;

/// <summary>What needs no authenticator; the rest is in the browser tests.</summary>
public sealed class PasskeyTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Ten_passkeys_are_the_most()
    {
        using var person = await app.NewPersonAsync("钥匙很多");
        for (var i = 0; i < PasskeyDoor.Most - 1; i++) await AddAsync("钥匙很多");
        var page = await person.GetAsync("/account/passkeys");
        (await person.SubmitAsync(page, "form[data-passkey]", ("credential", "{}"))).TextOf("[role=alert]").Should().Contain("没有添加成功");
        await AddAsync("钥匙很多");

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
        var id = await AddAsync("钥匙的主人");

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

    private async Task<string> AddAsync(string name)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var id = RandomNumberGenerator.GetBytes(16);
        await users.AddOrUpdatePasskeyAsync((await users.FindByNameAsync(name))!, new UserPasskeyInfo(id, [1], app.Clock.GetUtcNow(), 0, [], true, false, false, [1], [1]));
        return Convert.ToHexStringLower(id);
    }
}
