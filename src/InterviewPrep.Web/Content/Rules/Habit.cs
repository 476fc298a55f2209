using System.Text.RegularExpressions;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content.Rules;

/// <summary>A habit of wording: fine in one answer, and what gives a whole bank one voice.</summary>
/// <param name="Name">As the table prints it.</param>
/// <param name="Most">In how many of a hundred model answers it may stand.</param>
internal sealed record Habit(string Name, Func<Regex> Pattern, int Most)
{
    public static readonly IReadOnlyList<Habit> All =
    [
        new("要是", Phrases.Suppose, 15),
        new("先…再", Phrases.FirstThen, 25),
        new("贴、念给、坐下、一张纸", Phrases.Props, 25),
    ];

    /// <summary>Share of the answers in which it stands, in percent.</summary>
    public double ShareOf(IReadOnlyCollection<CheckedAnswer> answers) => Share.Of(answers.Count(a => Pattern().IsMatch(a.Text)), answers.Count);
}

/// <summary>How long the clauses of spoken text are.</summary>
internal static partial class Clauses
{
    /// <summary>A clause of at most this many 字 is clipped.</summary>
    private const int Clipped = 6;

    /// <summary>Mean length in 字, and the share of clipped clauses in percent.</summary>
    public static (double Mean, double Clipped) Measure(IEnumerable<string> texts)
    {
        var lengths = texts.SelectMany(t => Breaks().Split(t)).Select(SpeechText.CountZi).Where(n => n > 0).ToList();
        return lengths.Count == 0 ? (0, 0) : (lengths.Average(), Share.Of(lengths.Count(n => n <= Clipped), lengths.Count));
    }

    [GeneratedRegex("[，。！？；：、\\n]")]
    private static partial Regex Breaks();
}
