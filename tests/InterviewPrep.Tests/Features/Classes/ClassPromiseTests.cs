using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Classes;

/// <summary>What the teaching manual promises of a class and its assignments, pressed as it says.</summary>
public sealed class ClassPromiseTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_class_that_takes_no_more_refuses_its_code_until_it_is_opened_again()
    {
        using var room = await Classroom.NewAsync(app);
        using var late = await app.NewPersonAsync($"晚来的{Guid.NewGuid():N}"[..12]);
        var settings = $"/classes/{room.ClassId}/settings";
        async Task<Answer> JoinAsync() => await late.SubmitAsync(await late.GetAsync($"/join/{room.JoinCode}"), "main form", ("name", "王某"));

        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(settings), "button[value=close]");
        var refused = await JoinAsync();
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(settings), "button[value=open]");

        refused.TextOf("[role=alert]").Should().Contain("现在不收新学员");
        (await JoinAsync()).Address.AbsolutePath.Should().Be($"/classes/{room.ClassId}");
    }

    [Fact]
    public async Task A_learner_who_came_without_a_number_is_tied_to_the_line_of_the_roster()
    {
        using var room = await Classroom.NewAsync(app);
        using var learner = await app.NewPersonAsync($"自己来的{Guid.NewGuid():N}"[..12]);
        var id = await app.InDbAsync(async db =>
        {
            var (now, schoolClass) = (app.Clock.GetUtcNow(), await db.Classes.Include(c => c.Members).Include(c => c.Roster).SingleAsync(c => c.Id == room.ClassId));
            var user = await db.Users.OrderByDescending(u => u.CreatedAt).FirstAsync(u => u.UserName!.StartsWith("自己来的"));
            schoolClass.Enrol(user.Id, now);
            schoolClass.Roster.Add(new RosterRow("S7", "王某", now));
            await db.SaveChangesAsync();
            return user.Id;
        });
        var people = await room.Teacher.GetAsync($"/classes/{room.ClassId}/people");
        people.TextOf("main").Should().Contain("不在花名册里");

        var tied = await room.Teacher.SubmitAsync(people, $"form[action*=Tie]:has(input[value='{id}']) button");

        tied.TextOf("main").Should().Contain("S7").And.NotContain("不在花名册里");
        (await app.InDbAsync(db => db.RosterRows.SingleAsync(r => r.ClassId == room.ClassId && r.Number == "S7"))).UserId.Should().Be(id);
    }

    [Fact]
    public async Task An_assignment_that_nobody_has_begun_is_withdrawn_and_one_that_somebody_has_is_not()
    {
        using var room = await Classroom.NewAsync(app);
        var (untouched, begun) = (await room.AssignAsync(), await room.AssignAsync());
        var address = $"/classes/{room.ClassId}/assignments/";
        var stale = await room.Teacher.GetAsync(address + begun);
        await room.BeginAsync(begun, room.AId);

        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(address + untouched), "form[action*=Remove] button");
        await room.Teacher.SubmitAsync(stale, "form[action*=Remove] button");

        (await room.A.GetAsync($"/assignments/{untouched}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await app.InDbAsync(db => db.Assignments.Where(a => a.ClassId == room.ClassId).Select(a => a.Id).ToListAsync())).Should().Equal(begun);
        (await room.Teacher.GetAsync(address + begun)).Page.QuerySelector("form[action*=Remove]").Should().BeNull();
    }

    [Fact]
    public async Task A_pack_without_an_assignment_holds_a_sheet_for_each_learner_and_at_most_six_questions()
    {
        using var room = await Classroom.NewAsync(app);
        var choice = await room.Teacher.GetAsync($"/classes/{room.ClassId}/sheets");
        choice.TextOf("main").Should().Contain("2 名学员，一人一份").And.Contain("最多 6 道");

        var pack = await room.Teacher.GetAsync($"/classes/{room.ClassId}/sheets?q={People.Question}&q={People.OtherQuestion}");

        pack.Page.QuerySelectorAll("header.first .codes p").Length.Should().Be(4, "two learners have two sheets each");
        pack.TextOf("main").Should().NotContain("学员甲").And.NotContain("学员乙");
        pack.TextOf(".beside").Should().Contain("学员甲").And.Contain("学员乙");
    }

    [Fact]
    public async Task Each_assignment_has_its_share_of_the_points_in_the_progress_of_class_and_learner()
    {
        using var room = await Classroom.NewAsync(app);
        foreach (var (title, share) in new[] { ("第一次", 0.6), ("第二次", 0.9) })
        {
            var assignment = await room.AssignAsync(p => p with { Title = title });
            await room.AnswerAsync(assignment, room.AId);
            await room.MarkAllAsync(assignment, share);
            await room.ReleaseAsync(assignment);
            app.Clock.Advance(TimeSpan.FromDays(1));
        }

        await room.SignTeacherInAsync();

        var progress = await room.Teacher.GetAsync($"/classes/{room.ClassId}/progress");

        progress.Page.QuerySelectorAll("table.stack tbody tr").Select(r => (r.QuerySelector("th")!.TextContent, r.QuerySelector("[data-label=得分率]")!.TextContent, r.QuerySelector("[data-label=已交]")!.TextContent))
            .Should().Equal(("第一次", "60%", "1 人"), ("第二次", "90%", "1 人"));
    }
}
