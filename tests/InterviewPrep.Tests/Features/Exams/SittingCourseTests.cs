using InterviewPrep.Web.Features.Exams;

namespace InterviewPrep.Tests.Features.Exams;

/// <summary>The clock of a sitting, from its instants alone.</summary>
public sealed class SittingCourseTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero);

    private static readonly SittingRules Shared = new(15, 0, 90, 180, SharesClock: true, Reminder: 2) { Hearing = [20, 20, 20] };

    private static DateTimeOffset At(double minutes) => Start.AddMinutes(minutes);

    private static SittingCourse Drawn(SittingRules rules) => new(rules, [new(SittingPhase.Drawn, 0, Start)]);

    /// <summary>Goes on at each of some minutes.</summary>
    private static SittingCourse Going(SittingRules rules, params double[] minutes) => minutes.Aggregate(Drawn(rules), (course, minute) => course.At(At(minute)).Advance(At(minute)));

    [Fact]
    public void A_shared_clock_starts_with_the_first_question_and_runs_between_the_questions_too()
    {
        var course = Going(Shared, 5, 6);
        course.Current.Should().Be(new SittingMark(SittingPhase.Looking, 1, At(6)));
        course.PoolEndsAt.Should().Be(At(21));

        course = Going(Shared, 5, 6, 7, 8, 10);
        course.Current.Phase.Should().Be(SittingPhase.Between);
        course.PoolLeft(At(11)).Should().Be(TimeSpan.FromMinutes(10));
        course.Spent(SittingPhase.Thinking, 1, At(11)).Should().Be(TimeSpan.FromMinutes(1));
        course.Spent(SittingPhase.Answering, 1, At(11)).Should().Be(TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData(20.99, false)]
    [InlineData(21, true)]
    [InlineData(500, true)]
    public void The_shared_time_ends_at_its_instant_however_late_somebody_looks(double minute, bool isOver)
    {
        var course = Going(Shared, 5, 6, 7, 8).At(At(minute));
        course.IsOver.Should().Be(isOver);
        if (isOver) course.Current.Should().Be(new SittingMark(SittingPhase.Ended, 1, At(21), ByClock: true));
        course.Advance(At(minute)).At(At(minute)).Current.At.Should().BeOnOrAfter(course.Current.At);
    }

    [Fact]
    public void Looking_often_or_once_gives_the_same_marks()
    {
        var rules = new SittingRules(6, 15, 30, 120, SharesClock: false, Reminder: 0) { ReadsBefore = true, Hearing = [10, 10, 10] };
        var start = Going(rules, 1).Marks;
        var often = Enumerable.Range(0, 200).Aggregate(new SittingCourse(rules, start), (c, i) => c.At(At(1 + i / 4.0)));
        often.Marks.Should().Equal(new SittingCourse(rules, start).At(At(51)).Marks);
        often.Current.Should().Be(new SittingMark(SittingPhase.Entering, 0, At(16), ByClock: true), "the reading ends by itself, and the examiner waits");
    }

    [Fact]
    public void Each_question_of_its_own_clock_is_cut_off_and_nothing_is_left_to_add()
    {
        var rules = Shared with { SharesClock = false, Thinking = 60, Answering = 120 };
        var course = Going(rules, 1, 2, 3).At(At(30));
        course.Marks.TakeLast(3).Should().Equal(
            new SittingMark(SittingPhase.Thinking, 1, At(3)), new SittingMark(SittingPhase.Answering, 1, At(4), true), new SittingMark(SittingPhase.Between, 1, At(6), true));
        course.CanSupplement(1).Should().BeFalse();
        course.PoolEndsAt.Should().BeNull();

        var early = Going(rules, 1, 2, 3, 3.5, 4.5);
        early.CanSupplement(1).Should().BeTrue();
        early.Supplement(1, At(5)).At(At(9)).Current.Should().Be(new SittingMark(SittingPhase.Between, 1, At(6), true), "one minute of two was used before");
    }

    [Fact]
    public void A_question_without_thinking_time_is_answered_at_once() =>
        Going(Shared with { SharesClock = false, Thinking = 0, Answering = 120 }, 1, 2, 3).Current.Should().Be(new SittingMark(SittingPhase.Answering, 1, At(3)));

    [Fact]
    public void The_clock_stands_while_a_question_is_read_out_and_it_is_read_once_more_at_most()
    {
        var rules = Shared with { IsHeard = true, Hearing = [60, 60, 60] };
        var course = Going(rules, 1, 2);
        (course.PoolEndsAt, course.EndsAt).Should().Be((null, At(3)));
        course.CanHearAgain.Should().BeTrue();
        course = course.HearAgain(At(2.5));
        course.CanHearAgain.Should().BeFalse();
        course.HearAgain(At(2.6)).Should().Be(course);
        course = course.At(At(4));
        course.Current.Should().Be(new SittingMark(SittingPhase.Thinking, 1, At(3.5), true));
        course.PoolEndsAt.Should().Be(At(18.5), "fifteen minutes from the end of the reading out");
    }

    [Fact]
    public void At_the_end_any_question_can_be_added_to_and_one_stands_where_one_stood()
    {
        var course = Going(Shared, [1, 2, .. Enumerable.Range(0, 11).Select(i => 3 + i * .5)]);
        course.Current.Should().Match<SittingMark>(m => m.Phase == SittingPhase.Between && m.Question == 3);
        course.CanSupplement(1).Should().BeTrue();
        var added = course.Supplement(1, At(9)).Advance(At(10));
        added.Current.Should().Be(new SittingMark(SittingPhase.Between, 3, At(10)));
        added.Advance(At(11)).Current.Should().Be(new SittingMark(SittingPhase.Ended, 3, At(11)));
        Going(Shared, 1, 2, 3, 4, 5, 6, 7, 8, 9).CanSupplement(1).Should().BeFalse("the second question is answered, the first is done");
    }

    [Fact]
    public void Where_one_reads_in_the_room_the_clock_starts_when_the_reading_time_is_over()
    {
        var course = Going(Shared with { Reading = 4 }, 1, 2).At(At(7));
        course.Marks.TakeLast(2).Should().Equal(new SittingMark(SittingPhase.Reading, 0, At(2)), new SittingMark(SittingPhase.Looking, 1, At(6), true));
        course.PoolEndsAt.Should().Be(At(21));
    }
}
