using System.Net;
using InterviewPrep.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Feedback;

/// <summary>From the release to the to-do that is done, by the rendered pages.</summary>
public sealed class FeedbackTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_teacher_releases_and_takes_back_and_the_learner_sees_a_dot_and_the_marked_answer_only_between()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var submission = (await room.AnswerAsync(assignment, room.AId)).Submissions.Single().Id;
        await room.MarkAllAsync(assignment);
        var overview = $"/classes/{room.ClassId}/assignments/{assignment}/overview";

        (await room.A.GetAsync("/feedback")).Text.Should().Contain("等老师统一发布").And.NotContain("/feedback/" + submission);
        var released = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(overview), "form[action*=Release] button");
        released.TextOf("#release-h").Should().Be("已经发布");

        var desk = await room.A.GetAsync("/");
        desk.TextOf("[data-unread]").Should().StartWith("1");
        desk.One($"#home-news-h ~ ul a[href='/feedback/{submission}']").TextContent.Should().Be("公交改线公告惹争议");
        var feedback = await room.A.GetAsync($"/feedback/{submission}");
        feedback.TextOf("h1 .total").Should().Be("80 / 100 分");
        feedback.TextOf("mark.noted").Should().Be(People.Words[..3]);
        feedback.TextOf(".comments li").Should().Contain("这里可以说出一个具体的时间。");
        feedback.Text.Should().Contain("写得实在。").And.NotContain("只给老师看的备注");
        (await room.A.GetAsync("/")).Page.QuerySelector("[data-unread]").Should().BeNull("it was opened");
        (await room.B.GetAsync($"/feedback/{submission}")).Status.Should().Be(HttpStatusCode.NotFound);

        await room.Teacher.SubmitAsync(released, "form[action*=TakeBack] button");
        (await room.A.GetAsync($"/feedback/{submission}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await room.A.GetAsync("/feedback")).Text.Should().NotContain("80 /");
    }

    [Fact]
    public async Task A_comment_becomes_a_to_do_in_the_next_draft_and_is_kept_with_before_and_after()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var submission = (await room.AnswerAsync(assignment, room.AId)).Submissions.Single().Id;
        await room.MarkAllAsync(assignment);
        await room.ReleaseAsync(assignment);

        var feedback = await room.A.GetAsync($"/feedback/{submission}");
        feedback = await room.A.SubmitAsync(feedback, "button[value=WillChange]");
        feedback.One("button[value=WillChange]").GetAttribute("aria-pressed").Should().Be("true");
        (await room.A.GetAsync("/feedback")).Text.Should().Contain("还有 1 条要改");

        var practice = await room.A.GetAsync($"/practice/{People.Question}?fresh=true");
        practice.TextOf("#todos li").Should().Contain("这里可以说出一个具体的时间。").And.Contain(People.Words[..3]);
        var unchanged = await room.A.SubmitAsync(practice, "#todos button", ("sections.attitude", People.Words));
        unchanged.TextOf("[role=alert]").Should().Contain("还和交上去的一样");
        var changed = await room.A.SubmitAsync(unchanged, "#todos button", ("sections.attitude", "当天下班前" + People.Words));
        changed.Page.QuerySelector("#todos").Should().BeNull();
        changed.One("textarea[name='sections.attitude']").TextContent.Should().Be("当天下班前" + People.Words);

        (await room.A.GetAsync($"/feedback/{submission}")).TextOf(".beforeafter ins").Should().StartWith("当天下班前我先");
        var followUp = await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/follow-up");
        followUp.TextOf(".beforeafter del").Should().Be(People.Words);
        followUp.TextOf("tbody tr").Should().Contain("1 条改好了");
    }

    [Fact]
    public async Task Feedback_stays_with_the_version_that_it_was_written_on()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var first = (await room.AnswerAsync(assignment, room.AId)).Submissions.Single().Id;
        await room.MarkAllAsync(assignment);
        await room.ReleaseAsync(assignment);
        var second = (await room.AnswerAsync(assignment, room.AId, "换了一份作答，" + People.Words)).Submissions.Single().Id;

        var feedback = await room.A.GetAsync($"/feedback/{first}");
        feedback.Text.Should().Contain("后来您又交过一稿").And.NotContain("换了一份作答");
        feedback.TextOf("mark.noted").Should().Be(People.Words[..3]);
        (await room.A.GetAsync($"/feedback/{second}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await room.A.GetAsync("/feedback")).Text.Should().Contain("已经轮到这一份");
    }

    [Fact]
    public async Task A_learner_asks_for_a_second_look_by_element_until_the_closing_date_and_both_marks_are_kept()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var submission = (await room.AnswerAsync(assignment, room.AId)).Submissions.Single().Id;
        await room.MarkAllAsync(assignment);
        await room.ReleaseAsync(assignment);

        var form = await room.A.GetAsync($"/feedback/{submission}/appeal?element=e1");
        (await room.A.SubmitAsync(form, "main form", ("Reason", "太短"))).TextOf("[role=alert]").Should().Contain("请写明理由");
        var asked = await room.A.SubmitAsync(form, "main form", ("Reason", "第二句里说了三个工作日，也说了到车站当面听。"));
        asked.Text.Should().Contain("已申请，等老师答复");
        (await room.A.GetAsync($"/feedback/{submission}/appeal?element=nothing")).Status.Should().Be(HttpStatusCode.NotFound);

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        var appeals = await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/appeals");
        await room.Teacher.SubmitAsync(appeals, "form.settle", ("points", "30"), ("answer", "您说得对，这一句算数。"));
        var answered = await room.A.GetAsync("/");
        answered.TextOf("[data-unread]").Should().StartWith("1");
        var feedback = await room.A.GetAsync($"/feedback/{submission}");
        feedback.Text.Should().Contain("您说得对，这一句算数。").And.MatchRegex("原 28 分，复核后 30 分").And.Contain("82 / 100");

        app.Clock.Advance(InterviewPrep.Web.Features.Assignments.Release.UsualAppealTime);
        (await room.A.GetAsync($"/feedback/{submission}/appeal?element=e2")).Status.Should().Be(HttpStatusCode.NotFound);
        (await app.InDbAsync(db => db.Appeals.Where(a => a.SubmissionId == submission).Select(a => new { a.PointsBefore, a.PointsAfter }).SingleAsync())).Should().Be(new { PointsBefore = 28.0, PointsAfter = (double?)30.0 });
    }
}
