using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.StudyPlan;

namespace InterviewPrep.Tests.Features.StudyPlan;

/// <summary>The rule that chooses what a day holds, over the shipped content.</summary>
public sealed class DayPlanTests
{
    private static readonly ContentLibrary Content = ContentLoader.Load(Repository.ShippedContent).Library;

    private static readonly DateOnly Monday = new(2026, 11, 30);

    private static readonly StudyRecord Newcomer = new(Monday);

    [Fact]
    public void The_first_day_begins_with_the_first_lesson_and_goes_on_with_a_question_that_this_lesson_prepares()
    {
        var plan = DayPlan.For(Newcomer, Content);

        plan.Items.Select(i => i.Kind).Should().StartWith([PlanItemKind.Lesson, PlanItemKind.Question]);
        plan.Items[0].Slug.Should().Be(Content.Lessons[0].Slug);
        Content.Lessons[0].Questions.Should().Contain(plan.Items[1].Slug);
        Content.FindQuestion(plan.Items[1].Slug)!.Framework.Should().Be(Content.Lessons[0].Framework);
    }

    [Fact]
    public void Missed_points_that_are_due_come_first_and_take_a_third_of_the_day()
    {
        var plan = DayPlan.For(Newcomer with { DueReviews = 40 }, Content);

        plan.Items[0].Kind.Should().Be(PlanItemKind.Reviews);
        plan.Items[0].Minutes.Should().BeInRange(8, 10);
        plan.Items[0].Why.Should().Be("攒了 40 个，先来最容易忘的 12 个。");
        plan.Items.Should().Contain(i => i.Kind == PlanItemKind.Question);
    }

    [Fact]
    public void The_lesson_teaches_the_point_that_was_missed_most_often_and_says_so()
    {
        var record = Newcomer with { Answers = AllBut("longterm.followup", 3) };

        var lesson = DayPlan.For(record, Content).Items.First(i => i.Kind == PlanItemKind.Lesson);

        Content.FindLesson(lesson.Slug)!.Points.Should().Contain("longterm.followup");
        lesson.Why.Should().MatchRegex("「.+」3 次都没说到，这一课教它。");
    }

    [Fact]
    public void The_question_asks_for_what_was_missed_and_was_not_answered_before()
    {
        var record = Newcomer with { Answers = AllBut("longterm.followup", 3) };

        var question = DayPlan.For(record, Content).Items.First(i => i.Kind == PlanItemKind.Question);

        Content.FindQuestion(question.Slug)!.Points.Should().Contain(p => p.Point == "longterm.followup");
        question.Why.Should().EndWith("这题正考它。");
        record.Answers.Should().NotContain(a => a.Slug == question.Slug);
    }

    [Fact]
    public void The_questions_and_papers_are_those_of_the_exam()
    {
        var record = Newcomer with { Exam = "三支一扶", Answers = [.. Content.Questions.Take(3).Select(q => new AnsweredQuestion(q.Slug, q.Title, Monday.AddDays(-5), null))] };

        var plan = DayPlan.For(record, Content);

        Content.FindQuestion(plan.Items.First(i => i.Kind == PlanItemKind.Question).Slug)!.Exams.Should().Contain("三支一扶");
        Content.FindPaper(plan.Items.Single(i => i.Kind == PlanItemKind.Paper).Slug)!.Exam.Should().Be("三支一扶");
    }

    [Fact]
    public void Well_made_answers_ask_for_a_harder_question_and_poor_ones_for_an_easier_one()
    {
        StudyRecord Answered(int earned) => Newcomer with { Answers = [.. Content.Questions.Where(q => q.Difficulty == 3).Take(3).Select(q => new AnsweredQuestion(q.Slug, q.Title, Monday.AddDays(-1), [], earned, 10))] };

        QuestionChoice.Difficulty(Answered(9), Content).Should().Be(4);
        QuestionChoice.Difficulty(Answered(6), Content).Should().Be(3);
        QuestionChoice.Difficulty(Answered(2), Content).Should().Be(2);
    }

    [Fact]
    public void A_paper_comes_every_third_day_once_three_questions_were_answered()
    {
        var days = DayPlan.Ahead(Newcomer with { Minutes = 45 }, Content).ToList();

        var papers = days.Where(d => d.Items.Any(i => i.Kind == PlanItemKind.Paper)).Select(d => d.Day.DayNumber - Monday.DayNumber).ToList();
        papers.Should().HaveCountGreaterThan(7);
        papers.Zip(papers.Skip(1), (a, b) => b - a).Should().OnlyContain(gap => gap == 3);
        days.SelectMany(d => d.Items).Where(i => i.Kind == PlanItemKind.Paper).Select(i => i.Slug).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_last_three_days_are_papers_and_cards_only_and_the_exam_s_day_is_free()
    {
        var days = DayPlan.Ahead(Newcomer with { ExamDate = Monday.AddDays(6), DueReviews = 4 }, Content);

        days.Should().HaveCount(7);
        days.Take(3).Should().OnlyContain(d => d.Kind == DayKind.Usual);
        days.Skip(3).Take(3).Should().OnlyContain(d => d.Kind == DayKind.PapersAndRecall && d.Items.Any(i => i.Kind == PlanItemKind.Paper) && d.Items.All(i => i.Kind == PlanItemKind.Paper || i.Kind == PlanItemKind.Reviews));
        days[6].Kind.Should().Be(DayKind.Exam);
        days[6].Items.Should().BeEmpty();
    }

    [Theory]
    [InlineData(15)]
    [InlineData(30)]
    [InlineData(45)]
    [InlineData(60)]
    public void No_day_is_empty_and_none_is_longer_than_the_minutes_that_one_has(int minutes)
    {
        var days = DayPlan.Ahead(Newcomer with { Minutes = minutes, DueReviews = 30 }, Content);

        days.Should().HaveCount(28).And.OnlyContain(d => d.Items.Count > 0 && d.Minutes <= minutes + DayPlan.Slack);
        days.SelectMany(d => d.Items).Where(i => i.Kind is PlanItemKind.Lesson or PlanItemKind.Question).GroupBy(i => (i.Kind, i.Slug)).Should().OnlyContain(g => g.Count() == 1, "nothing comes twice");
        days.Take(4).SelectMany(d => d.Items).Select(i => i.Kind).Should().Contain([PlanItemKind.Lesson, PlanItemKind.Question], "in a short day they take turns");
    }

    [Fact]
    public void The_plan_stands_still_while_it_is_worked_through()
    {
        var plan = DayPlan.For(Newcomer, Content);
        var record = Newcomer;

        foreach (var item in plan.Items)
        {
            record = record.After(item, Content);
            DayPlan.For(record, Content).Items.Select(i => i.Slug).Should().Equal(plan.Items.Select(i => i.Slug));
        }
        DayProgress.Of(record, Content).Title.Should().Be("今天的做完了");
        DayPlan.For(record with { Today = Monday.AddDays(1) }, Content).Items.Select(i => i.Slug).Should().NotIntersectWith(plan.Items.Select(i => i.Slug));
    }

    [Fact]
    public void Missed_days_add_nothing_up()
    {
        var known = Newcomer with { ExamDate = Monday.AddDays(9), DueReviews = 6, Answers = [.. Content.Questions.Take(2).Select(q => new AnsweredQuestion(q.Slug, q.Title, Monday, null))] };

        var back = DayProgress.Of(known with { Today = Monday.AddDays(3), DueReviews = 30 }, Content);

        back.Title.Should().StartWith("接着来，今天");
        back.Lead.Should().Be("空了两天没关系。剩下的 6 天重新排过，先练最要紧的，不用补。");
        back.MinutesLeft.Should().BeLessThanOrEqualTo(30 + DayPlan.Slack);
        DayMark.Around(back.Record).Count(d => d.Class == "rest").Should().Be(2);
    }

    [Fact]
    public void Whoever_wants_another_question_gets_one_and_the_first_comes_back_in_the_end()
    {
        string Question(int other) => DayPlan.For(Newcomer, Content, other).Items.First(i => i.Kind == PlanItemKind.Question).Slug;

        Enumerable.Range(0, QuestionChoice.Others).Select(Question).Should().OnlyHaveUniqueItems();
        Question(QuestionChoice.Others).Should().Be(Question(0));
    }

    [Fact]
    public void Whoever_has_done_everything_still_gets_a_question()
    {
        var record = Newcomer with
        {
            Lessons = Content.Lessons.ToDictionary(l => l.Slug, _ => Monday.AddDays(-1)),
            Answers = [.. Content.Questions.Select(q => new AnsweredQuestion(q.Slug, q.Title, Monday.AddDays(-1), null))],
        };

        DayPlan.For(record, Content).Items.Should().Contain(i => i.Kind == PlanItemKind.Question);
    }

    // Answers of yesterday that made every point but one.
    private static List<AnsweredQuestion> AllBut(string point, int count) =>
        [.. Content.Questions.Where(q => q.Points.Any(p => p.Point == point)).Take(count)
            .Select(q => new AnsweredQuestion(q.Slug, q.Title, Monday.AddDays(-1), [.. q.Points.Select(p => p.Point).Where(p => p != point)], 8, 10))];
}
