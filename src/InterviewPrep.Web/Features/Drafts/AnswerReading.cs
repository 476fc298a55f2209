using InterviewPrep.Web.Content;
using InterviewPrep.Web.Content.Coaching;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>A sentence of an answer that tells something of a scoring point, at its place in a stage.</summary>
/// <param name="Start">UTF-16 offset in the text of the stage.</param>
/// <param name="Sentence">The whole sentence; of one without end only the words that tell the point.</param>
public sealed record Evidence(string Point, string Stage, int Start, int Length, FindingState State, string Sentence)
{
    /// <summary>True where the point counts as there.</summary>
    public bool Counts => State is FindingState.Full or FindingState.Half;
}

/// <summary>
/// What the frame's coach reads in a whole answer, stage by stage. It is evidence for people to look at: it gives no mark, and what it does not
/// recognise it does not deny.
/// </summary>
public sealed class AnswerReading
{
    /// <summary>Answers up to so many UTF-16 units are read: ten times the longest that is said in the usual time.</summary>
    public const int LongestRead = 8_000;

    // A longer stretch without an end mark is no sentence that one can look at.
    private const int LongestSentence = 160;

    private readonly Dictionary<string, Evidence> best;

    private AnswerReading(IReadOnlyList<Evidence> all)
    {
        All = all;
        best = all.GroupBy(e => e.Point).ToDictionary(g => g.Key, g => g.MinBy(e => Rank(e.State))!);
    }

    /// <summary>Everything that was found, in order of place.</summary>
    public IReadOnlyList<Evidence> All { get; }

    /// <summary>Ids of the points that count as there.</summary>
    public IEnumerable<string> Points => best.Values.Where(e => e.Counts).Select(e => e.Point);

    /// <summary>Reads an answer; nothing is found in a frame without a coach and in a text that nobody could say.</summary>
    public static AnswerReading Of(Framework framework, DraftText text)
    {
        if (framework.Coach is not { } coach || text.Values.Sum(t => t.Length) > LongestRead) return new AnswerReading([]);
        var stages = framework.Stages.Select(s => (s.Id, Text: text.Of(s.Id))).Where(s => s.Text.Length > 0).ToList();
        // The margin is what the decision went by: of two sentences in the same state the stronger one comes first.
        var found = RecentFindings.Of(coach, string.Join('\n', stages.Select(s => s.Text))).OrderByDescending(f => f.Margin);
        return new AnswerReading([.. found.Select(f => Place(f, stages)).OfType<Evidence>()]);
    }

    /// <summary>What is known of a point: the sentence in which it stands best; null where it was not recognised.</summary>
    public Evidence? Best(string point) => best.GetValueOrDefault(point);

    /// <summary>What to draw into the text of a stage, in order of place.</summary>
    public IEnumerable<Evidence> In(string stage) => All.Where(e => e.Stage == stage && (e.Counts || !Best(e.Point)!.Counts)).OrderBy(e => e.Start).ThenBy(e => e.State);

    // What says most about a point: that it is there, then why it does not count.
    private static int Rank(FindingState state) => state switch
    {
        FindingState.Full => 0,
        FindingState.Half => 1,
        FindingState.Refused => 2,
        FindingState.Other => 3,
        _ => 4,
    };

    private static Evidence? Place(Finding finding, List<(string Id, string Text)> stages)
    {
        var start = finding.Start;
        foreach (var (id, text) in stages)
        {
            if (start < text.Length)
            {
                var length = Math.Min(finding.Length, text.Length - start);
                return new Evidence(finding.Point, id, start, length, finding.State, Whole(text, start, length));
            }
            start -= text.Length + 1;
        }
        return null;
    }

    private static string Whole(string text, int start, int length)
    {
        var (from, to) = (0, Sentences.EndOf(text, 0));
        while (to <= start) (from, to) = (to, Sentences.EndOf(text, to));
        while (to < start + length) to = Sentences.EndOf(text, to);
        return (to - from > LongestSentence ? text.Substring(start, length) : text[from..to]).Trim();
    }
}
