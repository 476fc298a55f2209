using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using InterviewPrep.Web.Host;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Tests.Features.Accounts;

/// <summary>A site whose teachers, assistants and administrators come in by passkey. The passkey itself is in the browser tests.</summary>
public sealed class StaffPasskeyTests(StaffPasskeyTests.Site site) : IClassFixture<StaffPasskeyTests.Site>
{
    public sealed class Site : App
    {
        protected override IEnumerable<string> Settings => ["--Site:StaffPasskey=true", "--Site:Address=http://localhost", "--AllowedHosts=127.0.0.1"];
    }

    [Theory]
    [InlineData("刚来的老师", Roles.Teacher)]
    [InlineData("刚来的助教", Roles.Assistant)]
    [InlineData("刚来的管理员", Roles.Administrator)]
    public async Task Who_came_by_password_can_add_a_passkey_and_nothing_else(string name, string role)
    {
        using var person = await site.NewPersonAsync(name, role);

        foreach (var path in new[] { "/", "/classes", "/classes/new", "/admin/people", "/account", "/account/password", "/account/export", "/questions" })
            (await person.GetAsync(path)).Address.AbsolutePath.Should().Be("/account/passkeys");
        (await person.GetAsync("/")).TextOf("main .note").Should().Contain("先在这台设备上添加一把");

        await site.AddPasskeyAsync(name);
        var page = await person.GetAsync("/classes");
        page.Page.QuerySelector("form[data-passkey]").Should().BeNull("a password adds no second one");
        (await person.SubmitAsync(page, "main form[action='/account/sign-out']")).Address.AbsolutePath.Should().Be("/account/sign-in");
    }

    [Fact]
    public async Task A_password_opens_nothing_once_there_is_a_passkey()
    {
        using var first = await site.NewPersonAsync("有钥匙的老师", Roles.Teacher);
        var id = await site.AddPasskeyAsync("有钥匙的老师");
        using var visitor = site.NewVisitor();

        var answer = await visitor.SignInAsync("有钥匙的老师");

        answer.TextOf("[role=alert]").Should().Contain("通行密钥");
        (await visitor.GetAsync("/account")).Address.AbsolutePath.Should().Be("/account/sign-in");
        (await visitor.SignInAsync("有钥匙的老师", "不是这个密码")).TextOf("[role=alert]").Should().NotContain("通行密钥", "only who knows the password is told");
        (await first.GetAsync($"/account/passkeys/{id}")).Address.AbsolutePath.Should().Be("/account/passkeys");
    }

    [Fact]
    public async Task A_login_slip_is_the_way_back_for_who_has_lost_the_device()
    {
        using var lost = await site.NewPersonAsync("丢了手机的老师", Roles.Teacher);
        await site.AddPasskeyAsync("丢了手机的老师");
        var (id, said, password) = await ResetAsync("丢了手机的老师", "有钥匙的管理员");
        said.Should().Contain("原来的通行密钥也一起作废");
        (await site.InDbAsync(db => db.AuditEntries.AnyAsync(e => e.SubjectId == id && e.What == AuditEvents.PasskeyRemoved))).Should().BeTrue();
        using var visitor = site.NewVisitor();

        var form = await visitor.SignInAsync("丢了手机的老师", password);

        form.Address.AbsolutePath.Should().Be("/account/password");
        var after = await visitor.SubmitAsync(form, "main form", ("current", password), ("password", People.Password + "二"));
        after.Address.AbsolutePath.Should().Be("/account/passkeys");
        after.Page.QuerySelector("form[data-passkey]").Should().NotBeNull();
    }

    [Fact]
    public async Task Learners_come_in_as_ever_and_keep_their_passkeys()
    {
        using var learner = await site.NewPersonAsync("照旧的学员");
        await site.AddPasskeyAsync("照旧的学员");
        using var again = site.NewVisitor();

        await again.SignInAsync("照旧的学员");

        (await again.GetAsync("/account")).TextOf("h1").Should().Be("我的账号");
        (await again.GetAsync("/account/passkeys")).Page.QuerySelectorAll("main li").Should().HaveCount(1);
    }

    [Fact]
    public async Task Who_becomes_a_teacher_needs_a_passkey_from_the_next_request_on()
    {
        using var person = await site.NewPersonAsync("升上来的老师");
        (await person.GetAsync("/account")).Status.Should().Be(HttpStatusCode.OK);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
            await users.AddToRoleAsync((await users.FindByNameAsync("升上来的老师"))!, Roles.Teacher);
        }

        (await person.GetAsync("/account")).Address.AbsolutePath.Should().Be("/account/passkeys");
    }

    [Fact]
    public async Task A_learners_passkeys_outlive_a_new_password()
    {
        using var learner = await site.NewPersonAsync("只忘了密码的学员");
        await site.AddPasskeyAsync("只忘了密码的学员");

        var (id, said, _) = await ResetAsync("只忘了密码的学员", "另一位管理员");

        said.Should().Contain("通行密钥不受影响");
        (await site.InDbAsync(db => db.UserPasskeys.CountAsync(p => p.UserId == id))).Should().Be(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://lianxi.invalid")]
    public void Without_https_it_cannot_be_switched_on(string address)
    {
        using var app = SiteHost.Build(["--Site:StaffPasskey=true", $"--Site:Address={address}"], _ => { });

        var start = () => app.Services.GetRequiredService<IOptions<SiteOptions>>().Value;

        start.Should().Throw<OptionsValidationException>().WithMessage("*Site__StaffPasskey*https*");
    }

    /// <summary>Has an administrator reset somebody's password.</summary>
    /// <returns>The person's id, what the page says before the button is pressed, and the password of the slip.</returns>
    private async Task<(Guid Id, string Said, string Password)> ResetAsync(string name, string administrator)
    {
        using var admin = await site.NewPersonAsync(administrator, Roles.Administrator);
        // As if the session had begun with a passkey, which takes a device; the browser tests have one.
        await site.InDbAsync(db => db.AccountSessions.Where(s => db.Users.Any(u => u.Id == s.UserId && u.UserName == administrator)).ExecuteUpdateAsync(s => s.SetProperty(x => x.Method, AuthenticationMethod.Passkey)));
        var id = await site.InDbAsync(db => db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());
        var page = await admin.GetAsync($"/admin/people/{id}/password");
        var slip = await admin.SubmitAsync(page, "main form");
        return (id, page.TextOf("main"), slip.Page.QuerySelectorAll(".slip .secret")[1].TextContent);
    }
}
