using InterviewPrep.Web.Content.Coaching;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content;

/// <summary>
/// For each point the sentence that tells it best, found by the frame's coach; by the frame's cues where it has none. It shows
/// where; it never judges whether the point is made well, and never gives the mark.
/// </summary>
public static class Coach
{
    /// <summary>Most characters between the two halves of a cue <c>A…B</c>.</summary>
    private const int WidestGap = 12;

    /// <summary>The first stretch for each point that is hinted at, in the order of the text.</summary>
    public static IReadOnlyList<Mark> Find(Framework framework, string text)
    {
        if (framework.Coach is { } coach) return [.. FrameCoach.Best(coach.Read(text)).Select(f => new Mark(f.Point, f.Start, f.Length))];
        var folded = SpeechText.Fold(text);
        var found = new List<Mark>();
        foreach (var point in framework.Points)
        {
            var hits = point.Cues.Select(c => Locate(folded, SpeechText.Fold(c))).Where(h => h.Length > 0).ToList();
            if (hits.Count > 0) found.Add(new Mark(point.Id, hits.Min(h => h.Start), hits.MinBy(h => h.Start).Length));
        }
        return [.. found.OrderBy(m => m.Start)];
    }

    private static (int Start, int Length) Locate(string text, string cue)
    {
        var halves = cue.Split('…', 2);
        for (var at = text.IndexOf(halves[0], StringComparison.Ordinal); at >= 0; at = text.IndexOf(halves[0], at + 1, StringComparison.Ordinal))
        {
            if (halves.Length == 1) return (at, cue.Length);
            var from = at + halves[0].Length;
            var second = text.IndexOf(halves[1], from, Math.Min(WidestGap + halves[1].Length, text.Length - from), StringComparison.Ordinal);
            if (second >= 0) return (at, second + halves[1].Length - at);
        }
        return default;
    }
}
