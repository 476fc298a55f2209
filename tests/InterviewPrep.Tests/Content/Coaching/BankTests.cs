using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Content.Coaching;
using InterviewPrep.Web.Host.Commands;

namespace InterviewPrep.Tests.Content.Coaching;

/// <summary>The coach on the bank's own model answers: what an author marks, a learner who says the same must be shown.</summary>
public sealed class BankTests
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.ShippedContent).Library;

    [Fact]
    public void Nearly_all_stretches_that_the_bank_marks_are_found()
    {
        var rows = BankMarks.Rows(Library).ToList();

        rows.Should().HaveCountGreaterThan(2000);
        rows.Average(r => r.Found ? 1.0 : 0).Should().BeGreaterThanOrEqualTo(0.95);
    }

    [Fact]
    public void The_command_lists_what_is_not_found_and_writes_labelled_lines()
    {
        var folder = Directory.CreateTempSubdirectory();
        using var output = new StringWriter();

        CoachCommand.Marks(Repository.ShippedContent, Path.Combine(folder.FullName, "bank.jsonl"), output);

        output.ToString().Should().MatchRegex(@"attitude-action-longterm +\d+ of +\d+ +\d+\.\d %");
        var problems = new List<ContentProblem>();
        var lines = LabelReader.Read(folder.FullName, problems);
        problems.Should().BeEmpty();
        lines.Should().HaveCountGreaterThan(100).And.OnlyContain(l => l.Sentences.Any(s => s.Points.Count > 0));
        folder.Delete(recursive: true);
    }
}
