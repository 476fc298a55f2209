using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Content.Coaching;

namespace InterviewPrep.Tests.Content.Coaching;

public sealed class WeightsTests
{
    [Fact]
    public void The_weights_of_the_repository_are_what_the_labels_give()
    {
        var problems = new List<ContentProblem>();

        var made = CoachWeights.Make(Repository.ShippedContent, problems);

        problems.Should().BeEmpty();
        made.Should().NotBeEmpty();
        foreach (var (name, bytes) in made)
            File.ReadAllBytes(Path.Combine(Repository.ShippedContent, "coach", name)).AsSpan().SequenceEqual(bytes).Should().BeTrue($"“coach train” makes {name} anew");
        made.Sum(m => m.Bytes.Length).Should().BeLessThan(3 << 20);
    }
}
