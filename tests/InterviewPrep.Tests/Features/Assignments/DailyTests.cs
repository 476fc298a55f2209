using System.Globalization;
using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Assignments;

/// <summary>每日一练: a list is set for a class day by day, days are left out, and all of it is taken back.</summary>
public sealed class DailyTests(App app) : IClassFixture<App>
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(app.Clock.GetUtcNow(), Shanghai).DateTime);

    private static DateOnly DayOf(Assignment assignment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(assignment.OpensAt, Shanghai).DateTime);

    private static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<List<Assignment>> SetAsync(Classroom room) => app.InDbAsync(db => db.Assignments.AsNoTracking().Where(a => a.ClassId == room.ClassId).OrderBy(a => a.OpensAt).ToListAsync());

    // From an empty list to the page that shows its days: the sample questions and one of the teacher's own.
    private async Task<Answer> DaysAsync(Classroom room, DateOnly firstDay)
    {
        var own = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/questions/{People.Question}"), "form[action*=Copy]");
        await room.Teacher.SubmitAsync(own, "button[value=ready]", ("title", "改过的站牌题"), ("visibility", "Class"), ("classId", room.ClassId.ToString()));
        var list = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync("/daily"), "main form");
        var ids = await app.InDbAsync(db => db.Current(room.TeacherId).OrderBy(q => q.Id).Select(q => q.Id).ToListAsync());
        ids.Should().HaveCountGreaterThan(2);
        list = await room.Teacher.SubmitAsync(list, "main form", [.. ids.Select(i => ("pick", i.ToString(CultureInfo.InvariantCulture)))]);
        return await room.Teacher.SubmitAsync(list, "form[action$='/days']", ("SchoolClass", room.ClassId.ToString()), ("FirstDay", Typed(firstDay)));
    }

    [Fact]
    public async Task A_list_is_set_a_question_a_day_after_its_days_were_seen_and_twice_pressed_is_once_set()
    {
        using var room = await Classroom.NewAsync(app);
        var days = await DaysAsync(room, Today.AddDays(1));
        (await SetAsync(room)).Should().BeEmpty("the days are only shown");

        await room.Teacher.SubmitAsync(days, "button[value=set]");
        var set = await SetAsync(room);
        await room.Teacher.SubmitAsync(days, "button[value=set]");

        (await SetAsync(room)).Should().HaveCount(set.Count);
        set.Select(DayOf).Should().Equal(Enumerable.Range(1, set.Count).Select(Today.AddDays));
        set[0].RevealAt.Should().Be(set[0].OpensAt.AddDays(1));
        (await room.A.GetAsync($"/assignments/{set[0].Id}")).Text.Should().Contain("还没有开放");
    }

    [Fact]
    public async Task Days_can_be_left_out_before_and_the_questions_after_them_move_on()
    {
        using var room = await Classroom.NewAsync(app);
        var first = Today.AddDays(1);
        var days = await DaysAsync(room, first);
        var titles = days.Page.QuerySelectorAll("td[data-label=题]").Select(t => t.TextContent).ToList();

        var again = await room.Teacher.SubmitAsync(days, "button[value=again]", ("LeftOut", Typed(first.AddDays(1))));
        again.Page.QuerySelectorAll("td[data-label=题]").Select(t => t.TextContent).Should().Equal([titles[0], "不练", .. titles.Skip(1)]);
        await room.Teacher.SubmitAsync(again, "button[value=set]");

        (await SetAsync(room)).Select(DayOf).Should().Equal(new[] { first }.Concat(Enumerable.Range(2, titles.Count - 1).Select(first.AddDays)));
    }

    [Fact]
    public async Task A_day_can_be_left_out_afterwards_and_the_whole_list_taken_back_but_for_what_was_begun()
    {
        using var room = await Classroom.NewAsync(app);
        var list = await room.Teacher.SubmitAsync(await DaysAsync(room, Today.AddDays(1)), "button[value=set]");
        var before = await SetAsync(room);

        var moved = await room.Teacher.SubmitAsync(list, $"form:has(input[value='{before[1].Id}']) button");

        var after = await SetAsync(room);
        after.Select(a => a.Id).Should().Equal(before.Select(a => a.Id));
        after.Select(DayOf).Should().Equal([DayOf(before[0]), .. before.Skip(1).Select(a => DayOf(a).AddDays(1))]);
        after[1].Title.Should().EndWith(DailySeries.DayInTitle(DayOf(after[1])));
        after[1].Revision.Should().BeGreaterThan(before[1].Revision, "calendars are told");
        app.Clock.Advance(after[0].OpensAt.AddHours(1) - app.Clock.GetUtcNow());
        await room.SignTeacherInAsync();
        await room.BeginAsync(after[0].Id, room.AId);
        moved = await room.Teacher.GetAsync(moved.Address.AbsolutePath);
        moved.TextOf("form[action*=Withdraw] button").Should().Contain($"{after.Count - 1} 天");

        var rest = await room.Teacher.SubmitAsync(moved, "form[action*=Withdraw] button");

        (await SetAsync(room)).Select(a => a.Id).Should().Equal(after[0].Id);
        rest.TextOf("main").Should().Contain("已有人做");
    }

    [Fact]
    public async Task Todays_stands_first_for_the_teacher_and_the_learner_and_the_days_to_come_below()
    {
        using var room = await Classroom.NewAsync(app);
        var old = await room.AssignAsync(p => p with { Title = "上周的作业", OpensAt = p.OpensAt.AddDays(-7), DueAt = p.OpensAt.AddDays(-5), CutOffAt = p.OpensAt.AddDays(-5) });
        await room.Teacher.SubmitAsync(await DaysAsync(room, Today.AddDays(1)), "button[value=set]");
        var set = await SetAsync(room);
        var daily = set.Where(a => a.SeriesId is not null).ToList();
        app.Clock.Advance(daily[0].OpensAt.AddHours(1) - app.Clock.GetUtcNow());
        await room.SignTeacherInAsync();

        var page = await room.Teacher.GetAsync($"/classes/{room.ClassId}");
        page.Page.QuerySelectorAll("li.card h3 a").Select(a => a.TextContent).Should().Equal(daily[0].Title, daily[1].Title, "上周的作业");
        page.TextOf("main").Should().Contain($"后面还有 {daily.Count - 2} 天");
        foreach (var path in new[] { $"/classes/{room.ClassId}", "/assignments" })
        {
            var learner = await room.A.GetAsync(path);
            learner.Page.QuerySelectorAll("main h2").Select(h => h.TextContent).Should().ContainInOrder("要做的", "还没开放的", "做过的");
            learner.Page.QuerySelectorAll("main h3 a").Select(a => a.TextContent).Should().Equal([.. daily.Select(a => a.Title), "上周的作业"]);
        }
        (await room.B.GetAsync($"/classes/{room.ClassId}/daily/{daily[0].SeriesId}")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("AtTime")]
    [InlineData("AfterHandIn")]
    public async Task Who_was_given_more_time_sees_no_model_answer_before_handing_in(string reveal)
    {
        using var room = await Classroom.NewAsync(app);
        var id = await room.AssignAsync(p => p with { Reveal = Enum.Parse<Reveal>(reveal), RevealAt = p.DueAt.AddHours(8), CutOffAt = p.DueAt.AddHours(1), MostAttempts = 1 });
        var extend = await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{id}");
        extend.TextOf("#extensions").Should().Contain("交卷以前看不到示例");
        await room.Teacher.SubmitAsync(extend, "form[action*=Extend] button", ("learner", room.AId.ToString()), ("hours", "48"), ("extraMinutes", "0"));
        app.Clock.Advance(TimeSpan.FromDays(2.5));
        var attempt = await room.BeginAsync(id, room.AId);
        await room.WriteAsync(attempt, People.Words);
        var draft = attempt.Drafts.Single().DraftId;

        (await room.A.GetAsync($"/practice/{People.Question}?draft={draft}")).Text.Should().NotContain("采分点提示");
        (await room.A.GetAsync($"/drafts/{draft}/review")).TextOf("h1").Should().Be("示例还没到显示的时候");
        (await room.A.GetAsync($"/sheets/{People.Question}?kind=model")).Text.Should().NotContain("data-model-answer");
        (await room.B.GetAsync($"/practice/{People.Question}")).Text.Should().Contain("采分点提示", "the others have had their time");
        await room.A.SubmitAsync(await room.A.GetAsync($"/assignments/{id}/hand-in"), "main form");
        (await room.A.GetAsync($"/drafts/{draft}/review")).TextOf("h1").Should().NotContain("还没到");
    }
}
