using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Docs;

/// <summary>What the teachers' manual promises, pressed on the pages that it names.</summary>
public sealed class TeacherPromiseTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task An_assignment_that_nobody_has_begun_can_be_taken_back_and_leaves_nothing()
    {
        using var room = await Classroom.NewAsync(app);
        var id = await room.AssignAsync();
        var page = await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{id}");
        var button = "form[action*='handler=Remove'] button";
        page.TextOf(button).Should().Be("撤回这次作业");

        (await room.Teacher.SubmitAsync(page, button)).Status.Should().Be(HttpStatusCode.OK);

        (await room.A.GetAsync($"/assignments/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await app.InDbAsync(db => db.Assignments.CountAsync(a => a.Id == id))).Should().Be(0);
        var begun = await room.AssignAsync();
        await room.BeginAsync(begun, room.AId);
        (await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{begun}")).Page.QuerySelector(button).Should().BeNull("somebody has begun");
    }

    [Fact]
    public async Task Who_came_in_without_a_number_is_linked_to_a_line_of_the_roster_on_the_page_of_members()
    {
        using var room = await Classroom.NewAsync(app);
        using var late = await app.NewPersonAsync($"对不上的{room.JoinCode}");
        var lateId = await app.InDbAsync(async db =>
        {
            var user = await db.Users.Where(u => u.UserName == $"对不上的{room.JoinCode}").Select(u => u.Id).SingleAsync();
            var own = await db.Classes.Include(c => c.Members).Include(c => c.Roster).SingleAsync(c => c.Id == room.ClassId);
            own.Enrol(user, app.Clock.GetUtcNow());
            own.Roster.Add(new RosterRow("S9", "名册里的名字", app.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
            return user;
        });
        var page = await room.Teacher.GetAsync($"/classes/{room.ClassId}/people");
        page.Text.Should().Contain("不在花名册里");

        var linked = await room.Teacher.SubmitAsync(page, "form[action*='handler=Tie']");

        linked.Text.Should().NotContain("不在花名册里").And.Contain("S9");
        (await app.InDbAsync(db => db.Classes.Where(c => c.Id == room.ClassId).SelectMany(c => c.Roster).Where(r => r.Number == "S9").Select(r => r.UserId).SingleAsync())).Should().Be(lateId);
    }

    [Fact]
    public async Task A_class_that_takes_nobody_more_says_so_to_who_comes_with_its_code()
    {
        using var room = await Classroom.NewAsync(app);
        var settings = await room.Teacher.GetAsync($"/classes/{room.ClassId}/settings");

        var closed = await room.Teacher.SubmitAsync(settings, "button[value=close]");

        using var newcomer = await app.NewPersonAsync($"迟来的{room.JoinCode}");
        var refused = await newcomer.SubmitAsync(await newcomer.GetAsync($"/join/{room.JoinCode}"), "main form", ("name", "迟来的人"));
        refused.TextOf("[role=alert]").Should().Be("这个班现在不收新学员，请问问老师。");
        await room.Teacher.SubmitAsync(closed, "button[value=open]");
        (await newcomer.SubmitAsync(refused, "main form")).Address.AbsolutePath.Should().Be($"/classes/{room.ClassId}");
    }

    [Fact]
    public async Task A_phrase_that_many_share_is_banned_or_blessed_on_the_page_and_the_learner_is_told()
    {
        const string Cliche = "我们要坚持以人民为中心的发展思想";
        using var room = await Classroom.NewAsync(app);
        using var third = await app.NewPersonAsync($"学员丙{room.JoinCode}");
        var thirdId = await app.InDbAsync(async db =>
        {
            var user = await db.Users.Where(u => u.UserName == $"学员丙{room.JoinCode}").Select(u => u.Id).SingleAsync();
            (await db.Classes.Include(c => c.Members).SingleAsync(c => c.Id == room.ClassId)).Enrol(user, app.Clock.GetUtcNow());
            await db.SaveChangesAsync();
            return user;
        });
        var assignment = await room.AssignAsync();
        var submission = (await room.AnswerAsync(assignment, room.AId, $"{Cliche}，先去站台听老人说。")).Submissions.Single().Id;
        await room.AnswerAsync(assignment, room.BId, $"首先，{Cliche}。再查客流。");
        await room.AnswerAsync(assignment, thirdId, $"{Cliche}！公告要重写。");
        await room.MarkAllAsync(assignment);
        await room.ReleaseAsync(assignment);
        var page = await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/phrases");
        page.TextOf(".phrases li").Should().Contain(Cliche).And.Contain("3 / 3 人说");

        var banned = await room.Teacher.SubmitAsync(page, ".phrases li button[value=true]");

        banned.One(".phrases li button[value=true]").GetAttribute("aria-pressed").Should().Be("true");
        var feedback = await room.A.GetAsync($"/feedback/{submission}");
        feedback.Text.Should().Contain("老师请大家少用的说法").And.Contain($"「{Cliche}」");

        await room.Teacher.SubmitAsync(banned, ".phrases li button[value=false]");

        (await room.A.GetAsync($"/feedback/{submission}")).Text.Should().NotContain("老师请大家少用的说法");
    }

    [Fact]
    public async Task A_good_answer_is_shown_after_the_learner_agrees_and_is_gone_when_the_teacher_takes_it_back()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var submission = (await room.AnswerAsync(assignment, room.AId)).Submissions.Single().Id;
        await room.MarkAllAsync(assignment);
        await room.ReleaseAsync(assignment);
        var pages = $"/classes/{room.ClassId}/assignments/{assignment}/exemplars";
        var proposed = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(pages), "form.propose", ("why", "有具体的人和日子"));
        (await room.B.GetAsync($"/classes/{room.ClassId}/exemplars")).Text.Should().NotContain("有具体的人和日子");
        var asked = await room.A.GetAsync($"/feedback/{submission}");
        await room.A.SubmitAsync(asked, "button[name=agrees][value=true]");
        (await room.B.GetAsync($"/classes/{room.ClassId}/exemplars")).Text.Should().Contain("有具体的人和日子");

        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(pages), "form[action*='handler=Withdraw']");

        proposed.Status.Should().Be(HttpStatusCode.OK);
        (await room.B.GetAsync($"/classes/{room.ClassId}/exemplars")).Text.Should().NotContain("有具体的人和日子");
    }

    [Fact]
    public async Task Who_may_open_a_class_follows_the_setting()
    {
        using var admin = await app.NewPersonAsync("开班管理员", Roles.Administrator);
        using var teacher = await app.NewPersonAsync("开班老师", Roles.Teacher);
        using var learner = await app.NewPersonAsync("开班学员");
        async Task<(bool Teacher, bool Learner)> MayAsync(string openers)
        {
            var page = await admin.GetAsync("/admin/settings");
            (await admin.SubmitAsync(page, "main form.card", ("classOpeners", openers))).Text.Should().Contain("已保存，马上生效");
            return ((await teacher.GetAsync("/classes/new")).Status == HttpStatusCode.OK, (await learner.GetAsync("/classes/new")).Status == HttpStatusCode.OK);
        }

        (await MayAsync("Anyone")).Should().Be((true, true));
        (await MayAsync("Administrators")).Should().Be((false, false));
        (await MayAsync("Teachers")).Should().Be((true, false));
    }

    [Fact]
    public async Task A_question_of_ones_own_that_is_switched_off_is_offered_to_nobody_until_it_is_switched_on_again()
    {
        using var room = await Classroom.NewAsync(app);
        var copy = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/questions/{People.Question}"), "form[action*=Copy]");
        var ready = await room.Teacher.SubmitAsync(copy, "button[value=ready]", ("title", "要停用的题"), ("visibility", "Class"), ("classId", room.ClassId.ToString()));
        (await room.A.GetAsync("/questions?q=要停用的题")).Page.QuerySelectorAll("main a").Should().Contain(a => a.TextContent.Contains("要停用的题", StringComparison.Ordinal));

        await room.Teacher.SubmitAsync(ready, "form[action*='handler=Retire']");
        var off = await room.Teacher.GetAsync(ready.Address.AbsolutePath);

        off.Text.Should().Contain("已停用");
        var edit = await room.Teacher.GetAsync(ready.Address.AbsolutePath);
        edit.TextOf("form[action*='handler=Retire'] button").Should().Be("重新启用");
        (await room.A.GetAsync("/questions?q=要停用的题")).Page.QuerySelectorAll("main a").Should().NotContain(a => a.TextContent.Contains("要停用的题", StringComparison.Ordinal));
        await room.Teacher.SubmitAsync(edit, "form[action*='handler=Retire']");
        (await room.A.GetAsync("/questions?q=要停用的题")).Page.QuerySelectorAll("main a").Should().Contain(a => a.TextContent.Contains("要停用的题", StringComparison.Ordinal));
    }
}
