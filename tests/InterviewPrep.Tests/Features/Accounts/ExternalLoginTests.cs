using System.Security.Claims;
using System.Security.Cryptography;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace InterviewPrep.Tests.Features.Accounts;

/// <summary>The school's own sign-in by OpenID Connect.</summary>
public sealed class ExternalLoginTests(ExternalLoginTests.Site site) : IClassFixture<ExternalLoginTests.Site>
{
    public sealed class Site : App, IAsyncLifetime
    {
        public SchoolSignIn School { get; private set; } = null!;

        protected override IEnumerable<string> Settings => [$"--Oidc:Authority={School.Authority}", "--Oidc:ClientId=interview", "--Oidc:ClientSecret=secret", "--Oidc:Name=校园账号"];

        async Task IAsyncLifetime.InitializeAsync()
        {
            School = await SchoolSignIn.StartAsync();
            await InitializeAsync();
        }

        async Task IAsyncLifetime.DisposeAsync()
        {
            await DisposeAsync();
            await School.DisposeAsync();
        }
    }

    [Fact]
    public async Task Somebody_new_gets_an_account_with_their_drafts_and_finds_it_again()
    {
        site.School.Person = ("2001", "学员三");
        using var visitor = site.NewVisitor();
        await visitor.WriteAsync();
        var button = (await visitor.GetAsync("/account/sign-in?returnUrl=/drafts")).One("a[href^='/account/outside']");
        button.TextContent.Should().Be("用校园账号登录");

        var drafts = await visitor.GetAsync(button.GetAttribute("href")!);

        drafts.Address.AbsolutePath.Should().Be("/drafts");
        drafts.TextOf(".account a").Should().Be("学员三");
        drafts.Page.QuerySelectorAll("main li").Should().HaveCount(1);
        using var again = site.NewVisitor();
        (await again.GetAsync("/account/outside?returnUrl=/drafts")).Page.QuerySelectorAll("main li").Should().HaveCount(1);
        (await site.InDbAsync(db => db.Users.CountAsync(u => u.DisplayName == "学员三"))).Should().Be(1);
    }

    [Fact]
    public async Task A_name_that_is_taken_here_is_nobody_elses_account()
    {
        using var owner = await site.NewPersonAsync("学员四");
        site.School.Person = ("2002", "学员四");
        using var visitor = site.NewVisitor();

        var home = await visitor.GetAsync("/account/outside");

        home.TextOf(".account a").Should().Be("学员四");
        (await visitor.GetAsync("/account")).TextOf("main b").Should().Be("学员四2", "names tie nothing, issuer and subject do");
    }

    [Fact]
    public async Task An_account_is_tied_by_its_owner_and_cannot_be_taken_by_another()
    {
        site.School.Person = ("2003", "学员五");
        using var owner = await site.NewPersonAsync("学员五的账号");
        (await owner.GetAsync("/account/outside?returnUrl=/account")).TextOf("[role=status]").Should().Contain("已绑定");
        using var other = await site.NewPersonAsync("想抢的人");

        (await other.GetAsync("/account/outside?returnUrl=/account")).TextOf("[role=alert]").Should().Contain("另一个账号");
        using var again = site.NewVisitor();
        (await again.GetAsync("/account/outside")).TextOf(".account a").Should().Be("学员五的账号");
    }

    public static TheoryData<string, Func<SecurityTokenDescriptor, string>> Forgeries => new()
    {
        { "another key under the same id", Changed(t => t.SigningCredentials = new SigningCredentials(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256)) },
        { "a shared secret as the key", Changed(t => t.SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(new byte[32]) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256)) },
        { "said to be unsigned", Changed(t => t.SigningCredentials = null) },
        { "the signature cut off", t => string.Join('.', SchoolSignIn.Sign(t).Split('.')[..2].Append("")) },
        { "another issuer", Changed(t => t.Issuer = "http://xuexiao.invalid") },
        { "another client", Changed(t => t.Audience = "another") },
        { "another browser's nonce", Changed(t => t.Subject = new ClaimsIdentity(t.Subject.Claims.Select(c => c.Type == "nonce" ? new Claim("nonce", "another") : c))) },
        { "out of date", Changed(t => (t.NotBefore, t.IssuedAt, t.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-1))) },
    };

    private static Func<SecurityTokenDescriptor, string> Changed(Action<SecurityTokenDescriptor> change) => token =>
    {
        change(token);
        return SchoolSignIn.Sign(token);
    };

    [Theory]
    [MemberData(nameof(Forgeries), DisableDiscoveryEnumeration = true)]
    public async Task A_token_that_the_school_did_not_make_for_this_browser_lets_nobody_in(string why, Func<SecurityTokenDescriptor, string> forgery)
    {
        site.School.Person = ("2005", "学员七");
        site.School.Token = forgery;
        using var visitor = site.NewVisitor();

        var answer = await visitor.GetAsync("/account/outside?returnUrl=/account");

        site.School.Token = SchoolSignIn.Sign;
        answer.TextOf("[role=alert]").Should().Contain("没有登录成功", why);
        (await visitor.GetAsync("/account")).Address.AbsolutePath.Should().Be("/account/sign-in");
        (await site.InDbAsync(db => db.Users.AnyAsync(u => u.DisplayName == "学员七"))).Should().BeFalse();
    }

    [Fact]
    public async Task Where_registration_is_closed_nobody_new_comes_in_by_the_external_login()
    {
        using var admin = await site.NewPersonAsync("关门的管理员", Roles.Administrator);
        await admin.SubmitAsync(await admin.GetAsync("/admin/settings"), "main form", ("registration", "Nobody"));
        site.School.Person = ("2004", "学员六");
        using var visitor = site.NewVisitor();

        (await visitor.GetAsync("/account/outside")).TextOf("[role=alert]").Should().Contain("还没有和这里的账号绑定");
        (await visitor.GetAsync("/account/outside/callback?code=x&state=y")).TextOf("[role=alert]").Should().Contain("没有登录成功");
        await admin.SubmitAsync(await admin.GetAsync("/admin/settings"), "main form", ("registration", "Anyone"));
    }
}
