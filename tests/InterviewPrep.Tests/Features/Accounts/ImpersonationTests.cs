using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Accounts;

public sealed class ImpersonationTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task An_administrator_sees_what_the_learner_sees_changes_nothing_and_leaves_a_trace()
    {
        using var learner = await app.NewPersonAsync("被看的学员");
        await learner.WriteAsync("学员写的话。");
        using var admin = await app.NewPersonAsync("来看的管理员", Roles.Administrator);
        await admin.WriteAsync("管理员自己写的话。");
        var (seen, viewer) = (await IdAsync("被看的学员"), await IdAsync("来看的管理员"));

        var home = await admin.SubmitAsync(await admin.GetAsync($"/admin/people/{seen}"), "form[action='/look-as']");

        home.TextOf(".looking").Should().Contain("被看的学员").And.Contain("只能看");
        home.TextOf("main").Should().Contain("公交改线公告惹争议");
        var practice = await admin.GetAsync("/practice/bus-stop");
        practice.TextOf("#s-attitude").Should().Be("学员写的话。");
        (await admin.SubmitAsync(practice, "form.practice button[value=save]", ("sections.attitude", "改掉"))).Status.Should().Be(HttpStatusCode.Forbidden);
        (await admin.PutAsync($"/api/drafts/{practice.DraftId()}", "{\"baseRevision\":1,\"sections\":{\"attitude\":\"改掉\"}}", practice)).Status.Should().Be(HttpStatusCode.Forbidden);
        foreach (var path in new[] { "/admin", "/account", "/account/export", "/account/sessions", "/look-as" }) (await admin.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound, path);
        (await learner.GetAsync("/practice/bus-stop")).TextOf("#s-attitude").Should().Be("学员写的话。");

        var back = await admin.SubmitAsync(practice, ".looking form");
        back.Address.AbsolutePath.Should().Be("/look-as");
        (await admin.GetAsync("/practice/bus-stop")).TextOf("#s-attitude").Should().Be("管理员自己写的话。");
        var log = await app.InDbAsync(db => db.AuditEntries.Where(e => e.ActorId == viewer && e.SubjectId == seen).OrderBy(e => e.Id).Select(e => e.What + " " + e.Detail).ToListAsync());
        log.Should().Equal($"{AuditEvents.ImpersonationStarted} ", $"{AuditEvents.ImpersonatedPageViewed} /", $"{AuditEvents.ImpersonatedPageViewed} /practice/bus-stop", $"{AuditEvents.ImpersonationStopped} ");
    }

    [Fact]
    public async Task A_teacher_may_impersonate_a_newcomer_but_not_somebody_elses_learner()
    {
        using var learner = await app.NewPersonAsync("别班的学员");
        using var teacher = await app.NewPersonAsync("任课老师", Roles.Teacher);
        var page = await teacher.GetAsync("/look-as");

        (await teacher.SubmitAsync(page, "main form", ("id", $"{await IdAsync("别班的学员")}"))).Status.Should().Be(HttpStatusCode.NotFound);
        var home = await teacher.SubmitAsync(page, "main form");

        home.TextOf("h1").Should().Contain("把话说到群众心里", "a newcomer has done nothing yet");
        (await teacher.GetAsync("/drafts")).Page.QuerySelectorAll("main li").Should().BeEmpty();
    }

    [Fact]
    public async Task Nobody_impersonates_somebody_with_rights_and_learners_impersonate_nobody()
    {
        using var admin = await app.NewPersonAsync("看的管理员", Roles.Administrator);
        using var teacher = await app.NewPersonAsync("有权的老师", Roles.Teacher);
        using var learner = await app.NewPersonAsync("普通学员");

        (await admin.SubmitAsync(await admin.GetAsync("/look-as"), "main form", ("id", $"{await IdAsync("有权的老师")}"))).Status.Should().Be(HttpStatusCode.NotFound);
        (await learner.GetAsync("/look-as")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Looking_ends_by_itself()
    {
        using var teacher = await app.NewPersonAsync("忘了结束的老师", Roles.Teacher);
        await teacher.SubmitAsync(await teacher.GetAsync("/look-as"), "main form");

        app.Clock.Advance(AccountSession.LongestImpersonation);

        (await teacher.GetAsync("/")).Page.QuerySelector(".looking").Should().BeNull();
    }

    private Task<Guid> IdAsync(string name) => app.InDbAsync(db => db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());
}
