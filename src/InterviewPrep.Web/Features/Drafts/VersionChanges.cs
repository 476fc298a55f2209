using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>The lines that tell how versions became the next, each worked out once. A new reading of the content begins anew.</summary>
public sealed class VersionChanges
{
    private const int MostRemembered = 20_000;

    private readonly ConditionalWeakTable<Framework, ConcurrentDictionary<(TextKey, TextKey), string>> lines = [];

    /// <summary>A text of the store as it stands: an overwritten one has another key.</summary>
    /// <param name="Id">Id of a version.</param>
    /// <param name="Revision">Its revision.</param>
    public readonly record struct TextKey(int Id, int Revision);

    public string Describe(Framework framework, TextKey before, DraftText beforeText, TextKey after, DraftText afterText)
    {
        var known = lines.GetOrCreateValue(framework);
        if (known.TryGetValue((before, after), out var line)) return line;
        if (known.Count >= MostRemembered) known.Clear();
        return known[(before, after)] = VersionChange.Describe(framework, beforeText, afterText);
    }
}
