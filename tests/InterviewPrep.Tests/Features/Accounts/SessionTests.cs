using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Accounts;

public sealed class SessionTests(App app) : IClassFixture<App>
{
    private const string Private = "/account";

    [Fact]
    public async Task A_cookie_copied_before_signing_out_opens_nothing_afterwards()
    {
        using var person = await app.NewPersonAsync("抄走的钥匙");
        using var thief = Copy(person);
        (await thief.GetAsync(Private)).Address.AbsolutePath.Should().Be(Private);

        var bye = await person.SubmitAsync(await person.GetAsync("/drafts"), "header form");

        bye.Address.AbsolutePath.Should().Be("/");
        (await thief.GetAsync(Private)).Address.AbsolutePath.Should().Be("/account/sign-in");
    }

    [Fact]
    public async Task Signing_in_makes_a_new_session_and_ends_the_one_before()
    {
        using var person = await app.NewPersonAsync("再登录一次");
        using var before = Copy(person);

        await person.SignInAsync("再登录一次");

        Session(person).Should().NotBe(Session(before));
        (await before.GetAsync(Private)).Address.AbsolutePath.Should().Be("/account/sign-in");
        (await person.GetAsync(Private)).Address.AbsolutePath.Should().Be(Private);
    }

    [Fact]
    public async Task Changing_the_password_asks_for_the_old_one_and_ends_every_other_session()
    {
        using var person = await app.NewPersonAsync("换密码");
        using var phone = app.NewVisitor();
        await phone.SignInAsync("换密码");
        var page = await person.GetAsync("/account/password");

        (await person.SubmitAsync(page, "main form", ("current", "不是这个密码呀"), ("password", "另一把好记的钥匙"))).TextOf("[role=alert]").Should().Contain("现在的密码不对");
        (await phone.GetAsync(Private)).Address.AbsolutePath.Should().Be(Private);
        var done = await person.SubmitAsync(page, "main form", ("current", People.Password), ("password", "另一把好记的钥匙"));

        done.TextOf("[role=status]").Should().Contain("密码已修改");
        (await phone.GetAsync(Private)).Address.AbsolutePath.Should().Be("/account/sign-in");
        (await phone.SignInAsync("换密码", "另一把好记的钥匙")).Address.AbsolutePath.Should().Be("/");
    }

    [Fact]
    public async Task One_device_or_all_others_or_everything_is_signed_out()
    {
        using var person = await app.NewPersonAsync("很多设备");
        using var phone = app.NewVisitor();
        using var tablet = app.NewVisitor();
        await phone.SignInAsync("很多设备");
        await tablet.SignInAsync("很多设备");
        var page = await person.GetAsync("/account/sessions");
        page.Page.QuerySelectorAll("main li").Should().HaveCount(3);

        await person.SubmitAsync(page, "main li form");
        var left = (await Task.WhenAll(phone.GetAsync(Private), tablet.GetAsync(Private))).Count(a => a.Address.AbsolutePath == Private);
        left.Should().Be(1);
        await person.SubmitAsync(await person.GetAsync("/account/sessions"), "form[action*=Everywhere]");

        foreach (var device in new[] { person, phone, tablet }) (await device.GetAsync(Private)).Address.AbsolutePath.Should().Be("/account/sign-in");
    }

    [Fact]
    public async Task An_unused_session_ends_and_no_session_lasts_for_ever()
    {
        using var learner = await app.NewPersonAsync("学员的会话");
        using var teacher = await app.NewPersonAsync("老师的会话", Roles.Teacher);
        using var shared = app.NewVisitor();
        await shared.SubmitAsync(await shared.GetAsync("/account/sign-in"), "main form", ("name", "学员的会话"), ("password", People.Password), ("shared", "true"));

        (await EndedAsync(shared, AccountSession.SharedIdle)).Should().BeTrue("a shared computer forgets soon");
        (await EndedAsync(teacher, AccountSession.StaffIdle)).Should().BeTrue();
        (await EndedAsync(learner, TimeSpan.FromDays(13))).Should().BeFalse();
        for (var day = 0; day < AccountSession.LearnerWhole.TotalDays; day += 13) await EndedAsync(learner, TimeSpan.FromDays(13));
        (await EndedAsync(learner, TimeSpan.Zero)).Should().BeTrue("use does not prolong it without end");
    }

    [Fact]
    public async Task What_concerns_the_account_wants_a_fresh_proof()
    {
        using var person = await app.NewPersonAsync("走开一会儿");
        app.Clock.Advance(AccountSession.Recent);

        var asked = await person.GetAsync("/account/sessions");
        asked.Address.AbsolutePath.Should().Be("/account/confirm");
        (await person.SubmitAsync(asked, "main form", ("password", "不是这个密码呀"))).TextOf("[role=alert]").Should().Contain("不对");
        var back = await person.SubmitAsync(asked, "main form", ("password", People.Password));

        back.Address.AbsolutePath.Should().Be("/account/sessions");
    }

    [Fact]
    public async Task The_store_holds_no_key_that_opens_a_session()
    {
        using var person = await app.NewPersonAsync("库里没有钥匙");
        var row = await app.InDbAsync(async db => await db.AccountSessions.SingleAsync(s => db.Users.Any(u => u.Id == s.UserId && u.UserName == "库里没有钥匙")));

        Session(person).Should().NotContain(row.KeyHash);
        row.KeyHash.Should().HaveLength(64);
    }

    [Theory]
    [InlineData("https://evil.invalid/")]
    [InlineData("//evil.invalid")]
    [InlineData("/\\evil.invalid")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.invalid")]
    public async Task A_foreign_return_address_leads_home(string returnUrl)
    {
        using var person = await app.NewPersonAsync($"回跳{Guid.NewGuid():N}"[..20]);
        using var again = app.NewVisitor();

        var answer = await again.SignInAsync((await person.GetAsync("/")).TextOf(".account a"), query: $"?returnUrl={Uri.EscapeDataString(returnUrl)}");

        answer.Address.Should().Be(new Uri(app.Address, "/"));
    }

    private async Task<bool> EndedAsync(Visitor visitor, TimeSpan after)
    {
        app.Clock.Advance(after);
        return (await visitor.GetAsync(Private)).Address.AbsolutePath != Private;
    }

    private static string Session(Visitor visitor) => visitor.Cookies.Single(c => c.Name == "session").Value;

    private Visitor Copy(Visitor visitor)
    {
        var copy = app.NewVisitor();
        foreach (var cookie in visitor.Cookies) copy.AddCookie(new Cookie(cookie.Name, cookie.Value, "/", app.Address.Host));
        return copy;
    }
}
