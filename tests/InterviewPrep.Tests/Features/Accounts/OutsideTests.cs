using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Accounts;

/// <summary>The school's own sign-in by OpenID Connect.</summary>
public sealed class OutsideTests(OutsideTests.Site site) : IClassFixture<OutsideTests.Site>
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
    public async Task Somebody_new_gets_an_account_with_his_drafts_and_finds_it_again()
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

    [Fact]
    public async Task Where_registration_is_closed_nobody_new_comes_in_by_the_side_door()
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
