using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Two texts of one draft by sentences, for a page to show.</summary>
/// <param name="words">What is said of a sentence that is in both, only in the first, only in the second.</param>
public sealed class TextComparison(Framework framework, DraftText first, DraftText second, (string Same, string Removed, string Added) words)
{
    public sealed record StageChanges(Stage Stage, IReadOnlyList<SentenceChange> Changes);

    public static readonly (string, string, string) Versions = ("没动", "删去", "新加"), Places = ("两处都有", "只在另一处", "只在这里");

    /// <summary>The stages that differ.</summary>
    public IReadOnlyList<StageChanges> Stages { get; } =
    [
        .. framework.StagesOf(first, second).Select(s => new StageChanges(s, SentenceComparison.Compare(first.Of(s.Id), second.Of(s.Id))))
            .Where(s => s.Changes.Any(c => c.Kind != SentenceChangeKind.Same)),
    ];

    public string Word(SentenceChangeKind outcome) => outcome switch { SentenceChangeKind.Removed => words.Removed, SentenceChangeKind.Added => words.Added, _ => words.Same };

    public string Class(SentenceChangeKind outcome) => outcome switch { SentenceChangeKind.Removed => "there", SentenceChangeKind.Added => "here", _ => "both" };
}
