using InterviewPrep.Web.Content.Rules;

namespace InterviewPrep.Web.Content.Counting;

/// <summary>Lessons, self-checks, cards, papers and materials.</summary>
internal static class TeachingLines
{
    public static void Write(CheckedBank bank, TableLines lines)
    {
        var library = bank.Library;
        lines.Head($"{library.Lessons.Count} lessons, {library.Cards.Count} cards, {library.Papers.Count} papers, {library.Materials.Count} materials");
        foreach (var track in library.Tracks) lines.Line(track.Slug, $"{track.Lessons.Count} lessons, {track.Lessons.Sum(l => l.Minutes)} min");
        var items = library.Lessons.SelectMany(l => l.SelfChecks).ToList();
        lines.Line($"right option of {items.Count} self-checks", $"{string.Join(" · ", SelfCheckRules.Places(items).Select(p => FormattableString.Invariant($"number {p.Place} in {p.Share:0} %")))}; the longest in {SelfCheckRules.LongestShare(items):0} %");
        lines.Counts("cards by situation", library.Cards.Select(c => c.Situation.Length > 0 ? c.Situation : "(none)"));
        lines.Counts("cards by point", library.Cards.Select(c => c.Point));
        lines.Counts("papers by exam", library.Papers.Select(p => p.Exam.Length > 0 ? p.Exam : "(none)"));
        lines.Counts("papers by layout", library.Papers.Select(p => p.Layout.Length > 0 ? p.Layout : "(none)"));
        lines.Counts("first question of papers", library.Papers.Select(p => library.FindQuestion(p.Questions[0])?.Type).OfType<string>().Select(QuestionTypes.Name));
    }
}
