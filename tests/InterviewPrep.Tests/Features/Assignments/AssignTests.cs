using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Assignments;

/// <summary>Setting an assignment, doing it and handing it in, by the pages.</summary>
public sealed class AssignTests(App app) : IClassFixture<App>
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private DateTime Local => TimeZoneInfo.ConvertTime(app.Clock.GetUtcNow(), Shanghai).DateTime;

    private static string Typed(DateTime local) => local.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<(Guid Id, Answer Page)> SetAsync(Classroom room, params (string, string)[] fields)
    {
        var page = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/new"), "#assign button[value=set]",
            [("Pick", People.Question), .. fields]);
        return (Guid.Parse(page.Address.Segments[^1]), page);
    }

    [Fact]
    public async Task From_the_code_to_the_receipt()
    {
        using var teacher = await app.NewPersonAsync("开班老师", Roles.Teacher);
        var own = await teacher.SubmitAsync(await teacher.GetAsync("/classes/new"), "main form", ("name", "晚练班"));
        var code = own.TextOf(".joincode")[^8..];
        using var learner = app.NewVisitor();
        (await learner.GetAsync($"/join/{code}")).TextOf("h1").Should().Contain("晚练班");
        await learner.SubmitAsync(await learner.GetAsync("/account/register"), "main form", ("name", "扫码的学员"), ("password", People.Password));
        (await learner.GetAsync("/")).One($"main a[href='/join/{code}']");
        var joined = await learner.SubmitAsync(await learner.GetAsync($"/join?code={code.ToLowerInvariant()}"), "main form", ("name", "𬱖某某"), ("number", ""));
        joined.TextOf("h1").Should().Be("晚练班");

        var set = await teacher.SubmitAsync(await teacher.GetAsync($"{own.Address.AbsolutePath}/assignments/new"), "#assign button[value=set]", ("Pick", People.Question));
        set.One($"a[href='{set.Address.AbsolutePath}/marking']");
        set.One($"a[href='{set.Address.AbsolutePath}/overview']");

        var desk = await learner.GetAsync("/");
        var assignment = await learner.GetAsync(desk.One("main a.btn.primary").GetAttribute("href")!);
        var practice = await learner.SubmitAsync(assignment, "main form");
        practice.TextOf("form.practice b").Should().Contain("作业");
        practice.Page.QuerySelector("aside")!.TextContent.Should().NotContain("采分点提示");
        var check = await learner.SubmitAsync(practice, "form.practice button[value=work]", ("sections.attitude", People.Words));
        check.TextOf("h1").Should().Be("检查并交卷");
        var receipt = await learner.SubmitAsync(check, "main form", ($"ticks.{check.One("input[type=checkbox]").GetAttribute("name")![6..]}", "attitude.thank"));

        receipt.TextOf("h1").Should().Be("交卷回执");
        receipt.TextOf("dl").Should().Contain("没有迟交");
        var submission = await app.InDbAsync(db => db.Submissions.Include(s => s.Attempt).SingleAsync(s => s.Learner.UserName == "扫码的学员"));
        submission.Ticks.Should().Equal("attitude.thank");
        receipt.TextOf("dd[translate=no]").Should().Be(submission.Attempt.Receipt);
        (await learner.GetAsync("/assignments")).Text.Should().Contain("还可以再交");
        (await teacher.GetAsync(set.Address.AbsolutePath)).TextOf(".num").Should().Be("1 / 1 人已交，1 人开始过。");
        (await learner.GetAsync($"/drafts/{submission.DraftId}/review")).TextOf("h1").Should().Contain("个点");
    }

    [Fact]
    public async Task A_deadline_typed_as_23_59_is_meant_in_the_sites_zone_and_the_minute_still_counts()
    {
        using var room = await Classroom.NewAsync(app);
        var day = Local.Date.AddDays(3);
        var (id, page) = await SetAsync(room, ("Input.DueAt", Typed(day.AddHours(23).AddMinutes(59))), ("Input.CutOffAt", Typed(day.AddDays(1).AddHours(12))));

        page.TextOf("aside dl").Should().Contain($"{day:M月d日} 23:59");
        (await app.InDbAsync(db => db.Assignments.SingleAsync(a => a.Id == id))).DueAt.UtcDateTime.Should().Be(day.AddHours(15).AddMinutes(59));
        (await room.A.GetAsync("/assignments")).Text.Should().Contain($"{day:M月d日} 23:59 截止");
        foreach (var (learner, person, at, late) in new[] { (room.A, room.AId, day.AddDays(1).AddSeconds(-1), false), (room.B, room.BId, day.AddDays(1), true) })
        {
            var attempt = await room.BeginAsync(id, person);
            await room.WriteAsync(attempt, People.Words);
            app.Clock.SetUtcNow(new DateTimeOffset(at, TimeSpan.FromHours(8)));
            var receipt = await learner.SubmitAsync(await learner.GetAsync($"/assignments/{id}/hand-in"), "main form");
            receipt.TextOf("dl").Should().Contain(late ? "迟交 1 分钟" : "没有迟交");
        }
    }

    [Fact]
    public async Task A_timed_one_shows_its_questions_when_begun_and_the_last_save_counts_at_time_up()
    {
        using var room = await Classroom.NewAsync(app);
        var (id, _) = await SetAsync(room, ("Input.Pace", "Timed"), ("Input.Minutes", "20"));
        var before = await room.A.GetAsync($"/assignments/{id}");
        before.Text.Should().NotContain("公交");
        var practice = await room.A.SubmitAsync(before, "main form");
        var end = app.Clock.GetUtcNow().AddMinutes(20);
        practice.One("[data-countdown]").GetAttribute("data-ends-at").Should().StartWith(end.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
        await room.A.SubmitAsync(practice, "form.practice button[value=save]", ("sections.attitude", People.Words));
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        (await room.A.GetAsync($"/assignments/{id}")).Text.Should().Contain("正在收卷");
        app.Clock.Advance(Attempt.Grace);

        var after = await room.A.GetAsync($"/assignments/{id}");

        after.Text.Should().Contain("到时自动收卷");
        (await room.A.GetAsync(after.One("a[href*=receipts]").GetAttribute("href")!)).TextOf("dl").Should().Contain("没有迟交");
        (await app.InDbAsync(db => db.Submissions.SingleAsync(s => s.AssignmentId == id))).Text.Of("attitude").Should().Be(People.Words);
    }

    [Fact]
    public async Task What_is_handed_in_again_takes_its_place_and_both_receipts_stay()
    {
        using var room = await Classroom.NewAsync(app);
        var id = await room.AssignAsync();
        await room.AnswerAsync(id, room.AId);
        var practice = await room.A.SubmitAsync(await room.A.GetAsync($"/assignments/{id}"), "main form");
        practice.TextOf("textarea").Should().Be(People.Words, "a free one goes on where the last one stopped");

        var check = await room.A.SubmitAsync(practice, "form.practice button[value=work]", ("sections.attitude", "改过的话。" + People.Words));
        await room.A.SubmitAsync(check, "main form");

        var page = await room.A.GetAsync($"/assignments/{id}");
        page.Page.QuerySelectorAll("a[href*=receipts]").Should().HaveCount(2);
        page.Page.QuerySelector("main form").Should().BeNull("two times were allowed");
        var texts = await app.InDbAsync(db => db.Submissions.Where(s => s.AssignmentId == id).OrderBy(s => s.AttemptNumber).Select(s => new { s.Text, s.IsLatest }).ToListAsync());
        texts.Select(t => t.IsLatest).Should().Equal(false, true);
        texts[0].Text.Of("attitude").Should().Be(People.Words);
    }

    [Fact]
    public async Task More_time_for_one_learner_moves_minutes_and_cut_off_also_of_a_running_attempt_and_for_nobody_else()
    {
        using var room = await Classroom.NewAsync(app);
        var (id, page) = await SetAsync(room, ("Input.Pace", "Timed"), ("Input.Minutes", "20"));
        await room.BeginAsync(id, room.AId);

        var extended = await room.Teacher.SubmitAsync(page, "form[action*=Extend] button", ("learner", room.AId.ToString()), ("hours", "24"), ("extraMinutes", "10"), ("reason", "手伤"));

        extended.TextOf("#extensions table").Should().Contain("1 天").And.Contain("手伤");
        var attempt = await app.InDbAsync(db => db.Attempts.SingleAsync(a => a.AssignmentId == id));
        (attempt.EndsAt - attempt.StartedAt).Should().Be(TimeSpan.FromMinutes(30));
        (await room.A.GetAsync($"/assignments/{id}")).Text.Should().Contain("给您延长过").And.NotContain("手伤");
        (await room.B.GetAsync($"/assignments/{id}")).Text.Should().NotContain("给您延长过");
    }

    [Fact]
    public async Task A_copy_for_another_class_keeps_weekday_and_clock_and_a_paper_brings_all_its_questions()
    {
        using var room = await Classroom.NewAsync(app);
        var (id, _) = await SetAsync(room, ("Paper", "three"));
        (await app.InDbAsync(db => db.AssignmentQuestions.CountAsync(q => q.AssignmentId == id))).Should().BeGreaterThan(1);
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync("/classes/new"), "main form", ("name", "另一个班"));
        var other = await app.InDbAsync(db => db.Classes.Where(c => c.Name == "另一个班").OrderByDescending(c => c.CreatedAt).Select(c => c.Id).FirstAsync());

        var copied = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{id}/copy"), "main form", ("target", other.ToString()), ("weeks", "2"));

        copied.Address.AbsolutePath.Should().StartWith($"/classes/{other}/assignments/").And.EndWith("/edit");
        var (from, to) = await app.InDbAsync(async db => (await db.Assignments.SingleAsync(a => a.Id == id), await db.Assignments.Include(a => a.Questions).SingleAsync(a => a.ClassId == other)));
        (to.DueAt - from.DueAt).Should().Be(TimeSpan.FromDays(14));
        to.Questions.Should().HaveCountGreaterThan(1);
        var stolen = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{id}/copy"), "main form", ("target", room.StrangersClassId.ToString()), ("weeks", "2"));
        stolen.Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_is_set()
    {
        using var room = await Classroom.NewAsync(app);

        var page = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/new"), "#assign button[value=set]",
            ("Input.DueAt", "2020-01-01T08:00"), ("Input.MostAttempts", "0"), ("Input.Title", ""));

        page.TextOf("[role=alert]").Should().Contain("4 处要改");
        page.TextOf("#wrong-DueAt").Should().Contain("截止时间要晚于开放时间");
        page.TextOf("main").Should().Contain("请写标题").And.Contain("请至少选一道题");
        (await app.InDbAsync(db => db.Assignments.AnyAsync(a => a.ClassId == room.ClassId))).Should().BeFalse();
    }

    [Fact]
    public async Task Nobody_else_sees_a_class_its_assignments_or_a_receipt()
    {
        using var room = await Classroom.NewAsync(app);
        var id = await room.AssignAsync();
        var attempt = await room.AnswerAsync(id, room.AId);
        var set = $"/classes/{room.ClassId}/assignments";
        string[] teachers = [$"/classes/{room.ClassId}/people", $"/classes/{room.ClassId}/roster", $"/classes/{room.ClassId}/roster?handler=Template", $"/classes/{room.ClassId}/slips", $"/classes/{room.ClassId}/settings", $"{set}/new", $"{set}/{id}/edit", $"{set}/{id}/copy"];
        string[] markers = [$"{set}/{id}"], learners = [$"/assignments/{id}/receipts/{attempt.Id}"];

        foreach (var path in teachers.Concat(markers)) (await room.Teacher.GetAsync(path)).Status.Should().Be(HttpStatusCode.OK, path);
        foreach (var path in teachers.Concat(learners)) (await room.Assistant.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound, path);
        (await room.Assistant.GetAsync(markers[0])).Status.Should().Be(HttpStatusCode.OK);
        foreach (var path in teachers.Concat(markers).Concat(learners)) (await room.B.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound, path);
        foreach (var path in teachers.Concat(markers).Concat(learners).Append($"/classes/{room.ClassId}").Append($"/assignments/{id}")) (await room.Stranger.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound, path);
        (await room.A.GetAsync(learners[0])).Status.Should().Be(HttpStatusCode.OK);
    }
}
