using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using InterviewPrep.Web.Content.Coaching;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>What the coaches found in the answers that were read last: the same page is opened again and again, and reading costs more than the rest of it.</summary>
internal static class RecentFindings
{
    /// <summary>Answers of one coach that are remembered; beyond that it begins anew.</summary>
    private const int Most = 200;

    private static readonly ConditionalWeakTable<FrameCoach, ConcurrentDictionary<string, IReadOnlyList<Finding>>> ByCoach = [];

    public static IReadOnlyList<Finding> Of(FrameCoach coach, string text)
    {
        var known = ByCoach.GetValue(coach, _ => new(StringComparer.Ordinal));
        if (known.TryGetValue(text, out var findings)) return findings;
        if (known.Count >= Most) known.Clear();
        return known[text] = coach.Read(text);
    }
}
