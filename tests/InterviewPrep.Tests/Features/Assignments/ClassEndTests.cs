using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Assignments;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Assignments;

/// <summary>A class is archived, or a learner is taken out of it, while somebody writes: one rule at every address.</summary>
public sealed class ClassEndTests(App app) : IClassFixture<App>
{
    private Task<Attempt> AttemptAsync(Guid id) => app.InDbAsync(db => db.Attempts.AsNoTracking().Include(a => a.Submissions).SingleAsync(a => a.Id == id));

    [Fact]
    public async Task Archiving_tells_how_many_are_at_work_takes_in_what_they_saved_and_refuses_what_comes_after()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var (written, blank) = (await room.BeginAsync(assignment, room.AId), await room.BeginAsync(assignment, room.BId));
        await room.WriteAsync(written, People.Words);
        var open = await room.A.GetAsync($"/assignments/{assignment}/hand-in");
        var other = await room.B.GetAsync($"/assignments/{assignment}/hand-in");
        var settings = await room.Teacher.GetAsync($"/classes/{room.ClassId}/settings");
        settings.TextOf("form[action*=Archive]").Should().Contain("2 名学员正在作答");

        await room.Teacher.SubmitAsync(settings, "form[action*=Archive] button");

        var taken = await AttemptAsync(written.Id);
        (taken.Ending, taken.Submissions.Single().Text.Of("attitude")).Should().Be((AttemptEnding.ClassArchived, People.Words));
        (await room.A.SubmitAsync(open, "main form")).TextOf("main").Should().Contain("班级归档时");
        (await room.B.SubmitAsync(other, "main form")).TextOf("main").Should().Contain("班级已归档，不再收作业");
        (await AttemptAsync(blank.Id)).HandedInAt.Should().BeNull("nothing was written");
        foreach (var address in new[] { $"/assignments/{assignment}", $"/assignments/{assignment}/hand-in" })
            (await room.B.GetAsync(address)).TextOf("main").Should().Contain("已归档").And.NotContain("已经结束，没有收到");
        (await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}")).TextOf("main").Should().Contain("1 / 2").And.NotContain("进行中");
        (await room.Teacher.GetAsync($"/classes/{room.ClassId}")).TextOf("main").Should().NotContain("进行中");
    }

    [Fact]
    public async Task Who_had_written_nothing_goes_on_where_the_class_is_opened_again()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync(p => p with { MostAttempts = 1 });
        await room.BeginAsync(assignment, room.AId);
        var address = $"/classes/{room.ClassId}/settings";
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(address), "form[action*=Archive] button");
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(address), "form[action*=Archive] button");

        await room.A.SubmitAsync(await room.A.GetAsync($"/assignments/{assignment}"), "form.actions button");

        (await room.AnswerAsync(assignment, room.AId)).HandedInAt.Should().NotBeNull();
        (await app.InDbAsync(db => db.Attempts.CountAsync(a => a.AssignmentId == assignment))).Should().Be(1);
    }

    [Fact]
    public async Task Who_is_taken_out_hands_nothing_in_and_keeps_what_was_written()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var attempt = await room.BeginAsync(assignment, room.AId);
        await room.WriteAsync(attempt, People.Words);
        var open = await room.A.GetAsync($"/assignments/{assignment}/hand-in");
        var people = await room.Teacher.GetAsync($"/classes/{room.ClassId}/people");
        people.TextOf("main").Should().Contain("有 1 份没交");

        await room.Teacher.SubmitAsync(people, $"form[action*=Dismiss]:has(input[value='{room.AId}']) button");

        var sent = await room.A.SubmitAsync(open, "main form");
        sent.Text.Should().NotContain("回执");
        (await room.A.GetAsync($"/assignments/{assignment}/hand-in")).Status.Should().Be(HttpStatusCode.NotFound);
        var ended = await AttemptAsync(attempt.Id);
        (ended.Ending, ended.HandedInAt, ended.Submissions.Count).Should().Be((AttemptEnding.LeftClass, null, 0));
        (await room.A.GetAsync("/drafts")).TextOf("main").Should().Contain("公交改线");
        await room.AnswerAsync(assignment, room.BId);
        (await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}")).TextOf("main").Should().Contain("1 / 1");
    }
}
