using InterviewPrep.Tests.Features.Scans;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Reports;

/// <summary>What the teacher's pages count: paper, learners who left, learners who have not joined, and marks that are not whole.</summary>
public sealed class CountTests(App app) : IClassFixture<App>
{
    private static string Of(Classroom room, Guid assignment) => $"/classes/{room.ClassId}/assignments/{assignment}";

    [Fact]
    public async Task What_is_written_by_hand_is_in_no_figure_about_words_and_the_overview_says_so()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.AnswerAsync(assignment, room.AId);
        await Photos.SendAsync(app, room.Teacher, Photos.Take(), await PaperInClassTests.CodeAsync(room, assignment, room.BId));

        var overview = await room.Teacher.GetAsync(Of(room, assignment) + "/overview");

        overview.TextOf("main").Should().Contain("2 份").And.Contain("其中 1 份是手写的");
        overview.TextOf(".charts").Should().Contain("1/1").And.NotContain("/2");
    }

    [Fact]
    public async Task A_class_on_paper_alone_has_no_charts_of_words()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await Photos.SendAsync(app, room.Teacher, Photos.Take(), await PaperInClassTests.CodeAsync(room, assignment, room.BId));

        (await room.Teacher.GetAsync(Of(room, assignment) + "/overview")).TextOf("main").Should().Contain("手写").And.NotContain("最常漏").And.NotContain("0%");
    }

    [Fact]
    public async Task Who_has_left_after_handing_in_is_told_apart_and_the_counts_agree()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.AnswerAsync(assignment, room.AId);
        await room.AnswerAsync(assignment, room.BId);
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/classes/{room.ClassId}/people"), $"form[action*=Dismiss]:has(input[value='{room.AId}']) button");

        var overview = await room.Teacher.GetAsync(Of(room, assignment) + "/overview");

        overview.TextOf("#presence-h").Should().Be("交了 1 人，共 1 人");
        overview.TextOf("main").Should().Contain("另有 1 人交过，已离开班级").And.Contain("2 份");
        (await room.Teacher.GetAsync(Of(room, assignment))).TextOf("main").Should().Contain("1 / 1");
    }

    [Fact]
    public async Task Who_stands_on_the_roster_counts_before_joining()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await app.InDbAsync(async db =>
        {
            (await db.Classes.Include(c => c.Roster).SingleAsync(c => c.Id == room.ClassId)).Roster.Add(new RosterRow("S9", "王某", app.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });

        (await room.Teacher.GetAsync($"/classes/{room.ClassId}")).TextOf("main").Should().Contain("3 名学员");
        (await room.Teacher.GetAsync(Of(room, assignment))).TextOf("main").Should().Contain("0 / 3");
        (await room.Teacher.GetAsync(Of(room, assignment) + "/overview")).TextOf("main").Should().Contain("共 3 人").And.Contain("王某");
    }

    [Fact]
    public async Task A_mark_with_an_element_unscored_is_told_once_and_stands_in_the_queue_as_unfinished()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.AnswerAsync(assignment, room.BId);
        var submission = (await room.AnswerAsync(assignment, room.AId)).Submissions.Single();
        var element = await app.InDbAsync(async db => (await db.AssignmentQuestions.Include(q => q.Rubrics).SingleAsync(q => q.AssignmentId == assignment)).Rubric.Elements[0].Key);
        var desk = await room.Teacher.GetAsync($"{Of(room, assignment)}/marking/{submission.Id}");

        var told = await room.Teacher.SubmitAsync(desk, "button[name=go][value=next]", ($"Input.Scores[{element}]", "10"));

        told.Address.AbsolutePath.Should().EndWith($"{submission.Id}", "one is told before the next answer comes");
        told.TextOf("[data-unscored]").Should().Contain("还差").And.Contain("再按一次");
        (await room.Teacher.GetAsync(Of(room, assignment) + "/marking")).TextOf(".queue").Should().Contain("还差");
        (await room.Teacher.SubmitAsync(told, "button[name=go][value=next]")).Address.AbsolutePath.Should().NotEndWith($"{submission.Id}");
    }

    [Fact]
    public async Task Appeals_stand_on_the_teachers_home_page()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var submission = (await room.AnswerAsync(assignment, room.AId)).Submissions.Single();
        await room.MarkAllAsync(assignment);
        await room.ReleaseAsync(assignment);
        var element = await app.InDbAsync(async db => (await db.AssignmentQuestions.Include(q => q.Rubrics).SingleAsync(q => q.AssignmentId == assignment)).Rubric.Elements[0].Key);
        await room.A.SubmitAsync(await room.A.GetAsync($"/feedback/{submission.Id}/appeal?element={element}"), "main form", ("Reason", "这一项我觉得写到了，请再看一看，谢谢老师。"));

        (await room.Teacher.GetAsync("/")).One($"a[href='{Of(room, assignment)}/appeals']").ParentElement!.TextContent.Should().Contain("1 份复核等您答复");
    }
}
