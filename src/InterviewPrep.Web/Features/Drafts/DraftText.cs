using System.Collections.ObjectModel;
using System.Text;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>
/// What a learner wrote: plain text by stage, kept to the character. Line ends are <c>\n</c>; nothing else is ever changed.
/// </summary>
public sealed class DraftText : ReadOnlyDictionary<string, string>, IEquatable<DraftText>
{
    /// <summary>Longest text of one stage, in UTF-16 units: some twenty times a spoken answer.</summary>
    public const int LongestStage = 20_000;

    public DraftText(IDictionary<string, string> stages)
        : base(stages.Where(s => s.Value.Length > 0).ToDictionary(s => s.Key, s => Normal(s.Value)))
    {
    }

    public static readonly DraftText Blank = new(new Dictionary<string, string>());

    /// <summary>The text of a stage; empty where nothing was written.</summary>
    public string Of(string stage) => TryGetValue(stage, out var text) ? text : "";

    /// <summary>Bytes of the whole in UTF-8.</summary>
    public int Bytes => Values.Sum(Encoding.UTF8.GetByteCount);

    /// <summary>字数 of the whole.</summary>
    public int Zi => Values.Sum(SpeechText.CountZi);

    /// <summary>True where another text adds nothing to this one: every sentence of it is here.</summary>
    public bool Contains(DraftText other) => other.All(s =>
        Of(s.Key) is var here && (here.Contains(s.Value, StringComparison.Ordinal) || !Sentences.Split(s.Value).Except(Sentences.Split(here)).Any()));

    public bool Equals(DraftText? other) => other is not null && Count == other.Count && this.All(s => other.Of(s.Key) == s.Value);

    public override bool Equals(object? obj) => Equals(obj as DraftText);

    public override int GetHashCode() => this.Aggregate(0, (sum, s) => sum ^ HashCode.Combine(s.Key, s.Value));

    private static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
