using System.Globalization;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Recall;

namespace InterviewPrep.Tests.Features.Recall;

/// <summary>
/// The scheduler beside ts-fsrs 5.4.2 (npm): fsrs-histories.csv holds what that package makes of 10,000 histories with its default weights,
/// enable_short_term false, enable_fuzz false; a line is stability, difficulty, days to the next review and lapses, of which the lapses are not compared.
/// The histories come from the generator below, the same in both languages.
/// </summary>
public sealed class FsrsTests
{
    private const int Histories = 10_000;

    private uint seed = 20261127;

    [Fact]
    public void Ten_thousand_histories_end_as_the_reference_implementation_ends_them()
    {
        var expected = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "InterviewPrep.Tests", "Features", "Recall", "fsrs-histories.csv"));
        expected.Should().HaveCount(Histories);
        var differences = new List<string>();
        for (var history = 0; history < Histories; history++)
        {
            var (memory, days) = Live();
            var figures = expected[history].Split(',').Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray();
            if (Math.Abs(memory.Stability - figures[0]) > 1e-6 * Math.Max(1, figures[0]) || Math.Abs(memory.Difficulty - figures[1]) > 1e-6 || days != (int)figures[2])
                differences.Add($"{history}: {memory} {days}, not {expected[history]}");
        }
        differences.Should().BeEmpty();
    }

    private (Memory Memory, int Days) Live()
    {
        Memory? memory = null;
        var scheduled = 0;
        for (var left = 1 + Next(12); left > 0; left--)
        {
            var days = memory is null ? 0 : Next(4) == 0 ? Next(90) : Math.Max(0, scheduled + Next(5) - 2);
            var step = Fsrs.Choices(memory, days)[(RecallGrade)(1 + Next(4))];
            (memory, scheduled) = (step.Memory, step.Days);
        }
        return (memory!.Value, scheduled);
    }

    /// <summary>A linear congruential generator of 32 bits; its upper half, below a bound.</summary>
    private int Next(uint bound)
    {
        seed = unchecked((seed * 1664525) + 1013904223);
        return (int)((seed >> 16) % bound);
    }
}
