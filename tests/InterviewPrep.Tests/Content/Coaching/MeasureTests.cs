using InterviewPrep.Web.Content;
using InterviewPrep.Web.Content.Coaching;

namespace InterviewPrep.Tests.Content.Coaching;

/// <summary>The coach on the third of the labelled answers that no training has seen: it must not become worse than it was.</summary>
public sealed class MeasureTests
{
    private static readonly IReadOnlyList<CoachTable.Row> Rows = CoachTable.Rows(Coaches.FourSteps, LabelReader.Read(Coaches.Unseen, new List<ContentProblem>()));

    [Fact]
    public void No_unseen_answer_is_among_the_labels_that_are_learned_from()
    {
        var learned = LabelReader.Read(Path.Combine(Support.Repository.ShippedContent, "coach", "labels"), new List<ContentProblem>()).Select(a => a.Id);

        learned.Should().NotIntersectWith(Rows.Select(r => r.Answer.Id)).And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("published", true, 0.82)]
    [InlineData("spoken", true, 0.70)]
    [InlineData("notes", true, 0.76)]
    public void Points_are_found(string register, bool good, double least) =>
        CoachTable.F1(Rows.Where(r => r.Answer.Register == register && r.Answer.Good == good), _ => true).Should().BeGreaterThan(least);

    [Fact]
    public void Nothing_much_is_claimed_where_nothing_is_said() =>
        Rows.Where(r => r.There.Count == 0).Average(r => r.Found.Count).Should().BeLessThanOrEqualTo(0.5);

    [Fact]
    public void The_table_has_every_point_with_an_interval()
    {
        using var output = new StringWriter();

        CoachTable.Write(Coaches.FourSteps, [.. Rows.Select(r => r.Answer)], output);

        foreach (var point in Coaches.FourSteps.Rules.Points) output.ToString().Should().MatchRegex($@"{point.Id} +\d+ +\d+ +\d\.\d\d +\d\.\d\d +\d\.\d\d   \d\.\d\d–\d\.\d\d");
        output.ToString().Should().Contain("all points").And.Contain("false claims an answer without points");
    }
}
