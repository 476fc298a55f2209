using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Admin;

public sealed class AdminTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private Visitor admin = null!;

    public async Task InitializeAsync() => admin = await app.NewPersonAsync($"管理员{Guid.NewGuid():N}"[..20], Roles.Administrator);

    public async Task DisposeAsync()
    {
        await RuleAsync(Registration.Anyone);
        admin.Dispose();
    }

    [Fact]
    public async Task A_teacher_is_made_and_the_next_request_knows_it()
    {
        using var person = await app.NewPersonAsync("要当老师");
        var id = await IdAsync("要当老师");

        await admin.SubmitAsync(await admin.GetAsync($"/admin/people/{id}"), "form[action*=Roles]", ("roles", Roles.Teacher));

        (await app.InDbAsync(db => db.RolesOf(id).ToListAsync())).Should().BeEquivalentTo(Roles.Learner, Roles.Teacher);
        (await AuditAsync(id)).Should().Contain(AuditEvents.RolesChanged);
        (await person.GetAsync("/admin")).Status.Should().Be(HttpStatusCode.NotFound, "a teacher is no administrator");
    }

    [Fact]
    public async Task A_reset_password_stands_on_the_slip_once_and_must_be_changed_first()
    {
        using var before = await app.NewPersonAsync("忘了密码");
        var id = await IdAsync("忘了密码");

        var slip = await admin.SubmitAsync(await admin.GetAsync($"/admin/people/{id}/password"), "main form");
        var password = slip.Page.QuerySelectorAll(".slip .secret")[1].TextContent;

        (await before.GetAsync("/account/password")).Address.AbsolutePath.Should().Be("/account/sign-in", "its sessions ended");
        using var person = app.NewVisitor();
        (await person.SignInAsync("忘了密码")).TextOf("[role=alert]").Should().Contain("不对");
        (await person.SignInAsync("忘了密码", password)).Address.AbsolutePath.Should().Be("/account/password");
        var page = await person.GetAsync("/drafts");
        page.Address.AbsolutePath.Should().Be("/account/password", "everything else waits");
        (await person.SubmitAsync(page, "main form", ("current", password), ("password", password))).TextOf("[role=alert]").Should().Contain("一样");
        var home = await person.SubmitAsync(page, "main form", ("current", password), ("password", "另一把好记的钥匙"));
        home.Address.AbsolutePath.Should().Be("/");
        (await person.GetAsync("/drafts")).Address.AbsolutePath.Should().Be("/drafts");
        (await app.InDbAsync(db => db.AuditEntries.Where(e => e.SubjectId == id).ToListAsync())).Should().NotContain(e => e.Detail.Contains(password));
    }

    [Fact]
    public async Task An_expired_slip_lets_nobody_in()
    {
        await app.NewPersonAsync("迟到的登录条");
        var id = await IdAsync("迟到的登录条");
        var slip = await admin.SubmitAsync(await admin.GetAsync($"/admin/people/{id}/password"), "main form");
        await app.InDbAsync(db => db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(u => u.SetProperty(x => x.InitialPasswordUntil, app.Clock.GetUtcNow().AddMinutes(-1))));

        using var person = app.NewVisitor();
        var answer = await person.SignInAsync("迟到的登录条", slip.Page.QuerySelectorAll(".slip .secret")[1].TextContent);

        answer.TextOf("[role=alert]").Should().Contain("过期");
    }

    [Fact]
    public async Task A_locked_account_is_out_with_the_next_request_and_in_again_when_unlocked()
    {
        using var person = await app.NewPersonAsync("要停用");
        var id = await IdAsync("要停用");

        await admin.SubmitAsync(await admin.GetAsync($"/admin/people/{id}"), "form[action*=Lock]");
        (await person.GetAsync("/account/password")).Address.AbsolutePath.Should().Be("/account/sign-in");
        (await person.SignInAsync("要停用")).TextOf("[role=alert]").Should().Contain("已停用");
        (await person.SignInAsync("要停用", "不是这个密码呀")).TextOf("[role=alert]").Should().NotContain("已停用", "only who knows the password is told");

        await admin.SubmitAsync(await admin.GetAsync($"/admin/people/{id}"), "form[action*=Lock]");
        (await person.SignInAsync("要停用")).Address.AbsolutePath.Should().Be("/");
    }

    [Fact]
    public async Task Nobody_takes_away_their_own_last_administrator_role()
    {
        var name = (await admin.GetAsync("/")).TextOf(".account a");
        var id = await IdAsync(name);
        var page = await admin.GetAsync($"/admin/people/{id}");

        page.Page.QuerySelector("form[action*=Lock]").Should().BeNull();
        await admin.SubmitAsync(page, "form[action*=Roles]", ("roles", Roles.Teacher));

        (await app.InDbAsync(db => db.RolesOf(id).ToListAsync())).Should().Contain(Roles.Administrator);
    }

    [Fact]
    public async Task Registration_follows_the_setting()
    {
        using var visitor = app.NewVisitor();
        await RuleAsync(Registration.Nobody);
        (await visitor.GetAsync("/account/register")).Page.QuerySelector("main form").Should().BeNull();
        (await visitor.GetAsync("/account/sign-in")).Page.QuerySelector("a[href='/account/register']").Should().BeNull();

        await RuleAsync(Registration.Invitation);
        await admin.SubmitAsync(await admin.GetAsync("/admin/invitations"), "main form", ("note", "一班"), ("people", "1"));
        var code = (await admin.GetAsync("/admin/invitations")).TextOf("tbody th");
        var form = await visitor.GetAsync("/account/register");
        (await visitor.SubmitAsync(form, "main form", ("name", "有邀请"), ("password", People.Password), ("code", "ABCD-EFGH-JKMN"))).TextOf("[role=alert]").Should().Contain("邀请码不对");
        (await visitor.SubmitAsync(form, "main form", ("name", "有邀请"), ("password", "12345678"), ("code", code))).TextOf("[role=alert]").Should().Contain("太常见");
        (await visitor.SubmitAsync(form, "main form", ("name", "有邀请"), ("password", People.Password), ("code", code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)))).Address.AbsolutePath.Should().Be("/account/recovery-codes", "a refused password used nothing up");
        using var late = app.NewVisitor();
        (await late.SubmitAsync(await late.GetAsync("/account/register"), "main form", ("name", "晚来的"), ("password", People.Password), ("code", code))).TextOf("[role=alert]").Should().Contain("用完");
    }

    [Fact]
    public async Task An_account_is_made_with_a_slip_and_the_log_shows_who_made_it()
    {
        var slip = await admin.SubmitAsync(await admin.GetAsync("/admin/people/new"), "main form", ("userName", "新来的老师"), ("displayName", "赵老师"), ("role", Roles.Teacher));

        slip.TextOf(".slip").Should().Contain("新来的老师").And.Contain("赵老师");
        (await admin.GetAsync("/admin/people?q=赵老师&role=Teacher")).TextOf("tbody").Should().Contain("新来的老师");
        (await admin.GetAsync($"/admin/audit?what={AuditEvents.AccountMade}")).TextOf("tbody").Should().Contain("赵老师");
        (await admin.GetAsync("/admin/content")).TextOf("main").Should().Contain("没有问题");
    }

    [Fact]
    public async Task The_audit_log_is_never_changed()
    {
        var change = () => app.InDbAsync(async db =>
        {
            db.Remove(await db.AuditEntries.FirstAsync());
            return await db.SaveChangesAsync();
        });

        await change.Should().ThrowAsync<InvalidOperationException>();
    }

    private async Task RuleAsync(Registration rule) =>
        await admin.SubmitAsync(await admin.GetAsync("/admin/settings"), "main form", ("registration", $"{rule}"));

    private Task<Guid> IdAsync(string name) => app.InDbAsync(db => db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());

    private Task<List<string>> AuditAsync(Guid subject) => app.InDbAsync(db => db.AuditEntries.Where(e => e.SubjectId == subject).Select(e => e.What).ToListAsync());
}
