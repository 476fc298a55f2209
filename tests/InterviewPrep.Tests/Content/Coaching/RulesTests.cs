namespace InterviewPrep.Tests.Content.Coaching;

/// <summary>What is wrong in <c>content/coach</c> is listed with its line.</summary>
public sealed class RulesTests : IDisposable
{
    private const string Words = "---\ntitle: 词\ngroups:\n  - id: call\n    words: 打电话 致电\n  - id: people\n    words: 群众 居民\n---\n";

    private readonly SampleFolder sample = new();

    public void Dispose() => sample.Dispose();

    [Theory]
    [InlineData("finds: [call+people]", "", 0)]
    [InlineData("finds: [call+nobody]", "coach/attitude-action-longterm.md:6: “nobody” is no group of words", 1)]
    [InlineData("finds: [-people]", "coach/attitude-action-longterm.md:6: a pattern needs a word", 1)]
    [InlineData("found: [call]", "coach/attitude-action-longterm.md:6: “found” is not a key of this kind of file", 1)]
    public void A_pattern_is_checked(string finds, string problem, int count)
    {
        sample.Write("coach/words.md", Words);
        sample.Write("coach/attitude-action-longterm.md",
            $"---\ntitle: 四步\nframe: attitude-action-longterm\npoints:\n  - id: attitude.contact\n    {finds}\n    hints: [联系]\n    missing: 没说找谁\n---\n");

        var problems = sample.Problems().Select(p => p.ToString()).ToList();

        problems.Count(p => p.Contains(problem, StringComparison.Ordinal) && problem.Length > 0).Should().Be(count);
        problems.Should().Contain(p => p.Contains("nothing says what finds “attitude.face”", StringComparison.Ordinal), "every point of the frame needs its patterns");
    }

    [Theory]
    [InlineData("  - id: call\n    words: 拨打\n", "words.md:8: the group “call” stands twice")]
    [InlineData("  - id: off2\n    words: 不会\n", "words.md:8: “off2” must have letters a to z only")]
    [InlineData("  - id: off\n    words: 不会\n    scope: never\n", "words.md:10: “never” is no scope")]
    public void A_group_is_checked(string group, string problem)
    {
        sample.Write("coach/words.md", Words.Replace("---\n", "", StringComparison.Ordinal) is var body ? $"---\n{body}{group}---\n" : "");

        sample.Problems().Select(p => p.ToString()).Should().Contain(p => p.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Weights_that_are_none_are_a_problem()
    {
        sample.Write("coach/words.md", Words);
        sample.Write("coach/boundaries.weights", "nonsense");

        sample.Problems().Select(p => p.ToString()).Should().ContainSingle(p => p.StartsWith("coach/boundaries.weights:1:", StringComparison.Ordinal));
    }
}
