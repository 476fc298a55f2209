using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Tests.Features.Assignments;

/// <summary>Deadlines, extensions and dates by the wall clock, without a store.</summary>
public sealed class DeadlineTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly Guid Teacher = Guid.NewGuid(), Learner = Guid.NewGuid();

    private static DateTimeOffset At(int day, int hour, int minute, int second = 0) =>
        WallClock.Instant(new DateTime(2026, 9, day, hour, minute, second), Shanghai);

    private static readonly QuestionRevision Question = new(1, new QuestionContent(
        "q", "public-doubt", "题", 1, "attitude-action-longterm", "", "岗", "域", new Analysis("", "", ""), ["应变", "言语表达", "综合分析"], [], [], "题干", [], [], ""), At(1, 8, 0));

    private static Assignment Assign(Pace pace = Pace.Free, int minutes = 0, int attempts = 1) => new(Guid.NewGuid(),
        new AssignmentPlan("作业", "", pace, minutes, false, At(1, 8, 0), At(7, 23, 59), At(8, 23, 59), attempts, Reveal.AfterRelease, null, false),
        [Question], null, Teacher, At(1, 7, 0));

    private static Attempt Begin(Assignment assignment, DateTimeOffset now) => new(assignment.Id, Learner, 1, 7, assignment.DeadlinesFor(null), [], now);

    [Fact]
    public void A_deadline_of_23_59_lasts_until_midnight_in_the_sites_zone()
    {
        var (inTime, late) = (Begin(Assign(), At(7, 20, 0)), Begin(Assign(), At(7, 20, 0)));

        inTime.HandIn([], At(7, 23, 59, 59)).Should().BeTrue();
        late.HandIn([], At(8, 0, 0)).Should().BeTrue();

        inTime.IsLate.Should().BeFalse();
        late.IsLate.Should().BeTrue();
        late.Lateness.Should().Be(TimeSpan.FromMinutes(1));
        At(7, 23, 59).UtcDateTime.Should().Be(new DateTime(2026, 9, 7, 15, 59, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void An_extension_moves_minutes_deadline_and_cut_off_together()
    {
        var assignment = Assign(Pace.Timed, 20);
        var running = Begin(assignment, At(8, 23, 50));

        var deadlines = assignment.DeadlinesFor(assignment.Extend(Learner, 60, 10, "手伤", Teacher, At(2, 8, 0)));
        running.Retime(deadlines);

        deadlines.Minutes.Should().Be(30);
        deadlines.DueAt.Should().Be(At(7, 23, 59).AddMinutes(70));
        deadlines.CutOffAt.Should().Be(At(8, 23, 59).AddMinutes(70));
        running.EndsAt.Should().Be(At(8, 23, 50).AddMinutes(30));
    }

    [Fact]
    public void A_timed_attempt_ends_after_its_minutes_or_at_the_cut_off()
    {
        var assignment = Assign(Pace.Timed, 20);

        Begin(assignment, At(2, 8, 0)).EndsAt.Should().Be(At(2, 8, 20));
        Begin(assignment, At(8, 23, 50)).EndsAt.Should().Be(At(9, 0, 0));
        Begin(assignment, At(2, 8, 0)).HandIn([], At(2, 8, 20, 11)).Should().BeFalse("the clock takes the last save");
    }

    [Fact]
    public void A_free_attempt_that_runs_out_counts_from_its_last_save()
    {
        var assignment = Assign();
        var attempt = Begin(assignment, At(7, 20, 0));
        var draft = new Draft(Guid.NewGuid(), Learner, Question, 1, At(7, 20, 0));
        draft.Revise(new DraftText(new Dictionary<string, string> { ["attitude"] = "写到一半。" }), null, At(7, 21, 0));

        attempt.RunOut([new HandInAnswer(Guid.NewGuid(), draft, draft.Versions.Single(), ["attitude", "closing"])], new Dictionary<Guid, DraftText>(), false, At(9, 8, 0));

        attempt.HandedInAt.Should().Be(At(7, 21, 0));
        attempt.IsLate.Should().BeFalse();
        attempt.Ending.Should().Be(AttemptEnding.TimeUp);
        attempt.Submissions.Single().MissingStages.Should().Be("|closing|");
        draft.Versions.Single().IsFixed.Should().BeTrue();
    }

    [Fact]
    public void Returned_work_may_be_done_once_more_until_its_own_deadline()
    {
        var assignment = Assign();
        var attempt = Begin(assignment, At(7, 20, 0));
        attempt.HandIn([], At(7, 21, 0));
        AttemptStart.Judge(assignment, null, attempt, At(7, 22, 0)).Refusal.Should().Be(StartRefusal.NoAttemptsLeft);

        attempt.Return("第三问没有答。", At(12, 22, 0), Teacher, At(9, 8, 0));

        var (refusal, deadlines) = AttemptStart.Judge(assignment, null, attempt, At(10, 8, 0));
        refusal.Should().Be(StartRefusal.None);
        deadlines.LateFrom.Should().Be(At(12, 22, 1));
        AttemptStart.Judge(assignment, null, attempt, At(12, 22, 1)).Refusal.Should().Be(StartRefusal.Closed);
    }

    [Fact]
    public void A_copy_keeps_weekday_and_local_time_over_a_change_of_clocks()
    {
        var friday = WallClock.Instant(new DateTime(2026, 10, 23, 22, 0, 0), Berlin);

        var moved = WallClock.AddWeeks(friday, 1, Berlin);

        TimeZoneInfo.ConvertTime(moved, Berlin).DateTime.Should().Be(new DateTime(2026, 10, 30, 22, 0, 0));
        (moved - friday).Should().Be(TimeSpan.FromDays(7) + TimeSpan.FromHours(1));
        WallClock.Instant(new DateTime(2026, 3, 29, 2, 30, 0), Berlin).Should().Be(WallClock.Instant(new DateTime(2026, 3, 29, 3, 0, 0), Berlin));

        var copy = Assign().CopyTo(Guid.NewGuid(), 2, Shanghai, Teacher, At(20, 8, 0));
        copy.DueAt.Should().Be(At(21, 23, 59));
        copy.Questions.Single().Rubric.Elements.Select(e => e.Most).Should().Equal(35, 35, 30);
    }

    [Fact]
    public void A_daily_list_gives_one_question_a_day_and_the_answer_the_next_morning()
    {
        var template = new DailyTemplate(Teacher, "每日一练", At(1, 8, 0));
        template.Change("每日一练", [0], new TimeOnly(6, 0), new TimeOnly(22, 0), skipsWeekends: true);

        // The 5th of September 2026 is a Saturday.
        var series = new DailySeries(Guid.NewGuid(), Guid.NewGuid(), template.Name, template.SkipsWeekends, Teacher, At(1, 8, 0));
        var days = template.DaysFrom(new DateOnly(2026, 9, 5), [0], []);
        var assignment = template.SetFor(series, days.Select(d => (d.Day, Question)), Shanghai, Teacher, At(1, 8, 0)).Single();

        assignment.OpensAt.Should().Be(At(7, 6, 0));
        assignment.DueAt.Should().Be(At(7, 22, 0));
        assignment.RevealAt.Should().Be(At(8, 6, 0));
        assignment.DeadlinesFor(null).ClosesAt.Should().Be(At(8, 6, 0));
        assignment.Title.Should().Be("每日一练 · 9月7日");
    }
}
