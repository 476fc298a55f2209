using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Reports;

/// <summary>套话榜 and 好答案, pressed as the manual says.</summary>
public sealed class PhraseAndExemplarTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_phrase_is_allowed_or_asked_to_be_used_less_on_the_page()
    {
        using var teacher = await app.NewPersonAsync("套话老师", Roles.Teacher);
        var (classId, assignment) = await BigClass.NewAsync(app, await BigClass.IdOfAsync(app, "套话老师"), 6);
        var address = $"/classes/{classId}/assignments/{assignment}/phrases";
        var page = await teacher.GetAsync(address);
        // Allowed phrases go to the end of the list, so that the row is found by its phrase.
        var row = $"form:has(input[value='{page.One(".phrases input[name=phrase]").GetAttribute("value")}'])";

        var less = await teacher.SubmitAsync(page, $"{row} button[value=true]");
        less.One($"{row} button[value=true]").GetAttribute("aria-pressed").Should().Be("true");
        var allowed = await teacher.SubmitAsync(less, $"{row} button[value=false]");

        allowed.One($"{row} button[value=false]").GetAttribute("aria-pressed").Should().Be("true");
        allowed.One($"{row} button[value=true]").GetAttribute("aria-pressed").Should().Be("false");
    }

    [Fact]
    public async Task A_good_answer_is_taken_back_from_the_class()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var submission = (await room.AnswerAsync(assignment, room.AId)).Submissions.Single();
        await room.MarkAllAsync(assignment);
        await room.ReleaseAsync(assignment);
        var address = $"/classes/{room.ClassId}/assignments/{assignment}/exemplars";
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(address), "form.propose button", ("why", "写得实在"));
        await app.InDbAsync(async db =>
        {
            (await db.Exemplars.SingleAsync(e => e.SubmissionId == submission.Id)).Consent(app.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        (await room.B.GetAsync($"/classes/{room.ClassId}/exemplars")).Text.Should().Contain("写得实在");

        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(address), "form[action*=Withdraw] button");

        (await room.B.GetAsync($"/classes/{room.ClassId}/exemplars")).Text.Should().NotContain("写得实在");
        (await room.Teacher.GetAsync(address)).Page.QuerySelector("form.propose").Should().NotBeNull("it can be shown anew");
    }

    [Fact]
    public async Task A_good_answer_is_shown_to_the_class_with_consent_and_without_a_name()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var submission = (await room.AnswerAsync(assignment, room.AId)).Submissions.Single().Id;
        await room.MarkAllAsync(assignment);
        await room.ReleaseAsync(assignment);
        var shown = $"/classes/{room.ClassId}/exemplars";
        var exemplars = await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/exemplars");
        await room.Teacher.SubmitAsync(exemplars, "form.propose", ("why", "先找到人，再去查。"));

        (await room.B.GetAsync(shown)).Text.Should().NotContain(People.Words);
        var asked = await room.A.SubmitAsync(await room.A.GetAsync($"/feedback/{submission}"), "button[name=agrees][value=true]");
        (await room.B.GetAsync(shown)).Page.QuerySelector("main")!.TextContent.Should().Contain(People.Words).And.Contain("先找到人，再去查。").And.NotContain("学员甲").And.NotMatchRegex("(?<!冲刺班)80");
        (await room.Stranger.GetAsync(shown)).Status.Should().Be(HttpStatusCode.NotFound);
        await room.A.SubmitAsync(asked, "button[name=agrees][value=false]");
        (await room.B.GetAsync(shown)).Text.Should().NotContain(People.Words);
    }
}
