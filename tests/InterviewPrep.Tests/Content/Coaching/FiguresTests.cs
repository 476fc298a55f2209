using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Content.Coaching;

namespace InterviewPrep.Tests.Content.Coaching;

/// <summary>What the pages say of the coach's errors is what has been measured.</summary>
public sealed class FiguresTests
{
    [Fact]
    public void The_figures_of_the_repository_are_what_the_table_prints()
    {
        var problems = new List<InterviewPrep.Web.Content.ContentProblem>();
        using var output = new StringWriter();
        CoachTable.Write(Coaches.FourSteps, LabelReader.Read(Coaches.Unseen, problems), output);

        File.ReadAllLines(Path.Combine(Repository.ShippedContent, "coach", CoachFigures.File)).Should().Equal(output.ToString().TrimEnd().Split(Environment.NewLine));
        var figures = Coaches.FourSteps.Figures!;
        figures.Points.Keys.Should().BeEquivalentTo(Coaches.FourSteps.Rules.Points.Select(p => p.Id));
        figures.All.Precision.Should().BeInRange(0.5, 1);
    }
}
