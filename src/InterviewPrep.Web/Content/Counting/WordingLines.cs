using System.Text.RegularExpressions;
using InterviewPrep.Web.Content.Rules;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content.Counting;

/// <summary>How answers are worded: openings, habits, signposts, clauses and terms.</summary>
internal static partial class WordingLines
{
    private const int Opening = 6;

    public static void Write(CheckedBank bank, TableLines lines)
    {
        var answers = bank.Answers.ToList();
        lines.Head("Wording, in percent of all model answers");
        foreach (var habit in Habit.All) lines.Line(habit.Name, $"{habit.ShareOf(answers):0.0} % (at most {habit.Most})");
        void Say(string name, Func<CheckedAnswer, bool> says) => lines.Line(name, $"{Share.Of(answers.Count(says), answers.Count):0.0} %");
        Say("two conditions or more", a => Condition().Count(a.Text) >= 2);
        Say("首先…其次", a => FirstOfAll().IsMatch(a.Text));
        Say("第一…第二", a => Numbered().IsMatch(a.Text));
        Say("一是…二是", a => Listed().IsMatch(a.Text));
        Say("any signpost", a => Phrases.Signpost().IsMatch(a.Text));
        Say("dialect", a => Phrases.Dialect().IsMatch(a.Text));
        WriteFourSteps(bank, lines);

        lines.Head("Openings and clauses");
        var openings = answers.Select(a => SpeechText.Spoken(a.Text)).Where(t => t.Length >= Opening).GroupBy(t => t[..Opening]).ToList();
        lines.Line("first six characters", $"{openings.Count} kinds in {answers.Count} answers; the most frequent in {(openings.Count == 0 ? 0 : openings.Max(g => g.Count()))}");
        var (mean, clipped) = Clauses.Measure(answers.Select(a => a.Text));
        lines.Line("clauses", $"mean {mean:0.0} 字; {clipped:0} % have six or fewer");
        var alike = bank.Questions.Where(q => q.Answers.Count > 1).Select(q => Alike(q.Answers[0].Text, q.Answers[1].Text)).ToList();
        lines.Line("pairs that two answers share", $"{(alike.Count == 0 ? 0 : alike.Average()):0.0} % of pairs of characters; most {(alike.Count == 0 ? 0 : alike.Max()):0.0} %");
        WriteTerms(bank, answers, lines);
    }

    private static void WriteFourSteps(CheckedBank bank, TableLines lines)
    {
        var four = bank.Questions.Where(q => q.IsFourSteps).SelectMany(q => q.Answers).ToList();
        lines.Head($"Forks and endings, of {four.Count} four-step answers");
        for (var n = 0; n <= 3; n++) lines.Line($"{n} branches heard", $"{four.Count(a => Branches.Count(a.Text) == n)}");
        var endings = four.Select(a => a.Stage("closing")?.Text.Text ?? "").ToList();
        lines.Line("ending speaks as 我 or 我们", $"{endings.Count(Phrases.Speaker().IsMatch)}");
        lines.Line("ending has an idea of serving", $"{endings.Count(Phrases.Serving().IsMatch)}");
        var doubts = bank.Questions.Where(q => q.Question.Type == "public-doubt").SelectMany(q => q.Answers).ToList();
        lines.Line("网信 or 宣传 in public doubt", $"{doubts.Count(a => Offices().IsMatch(a.Text))} of {doubts.Count}");
    }

    private static void WriteTerms(CheckedBank bank, IReadOnlyList<CheckedAnswer> answers, TableLines lines)
    {
        lines.Head("Standard terms (content/terms.md)");
        var kinds = answers.Select(a => StandardTerms.In(a.Text, bank.Library)).ToList();
        lines.Line("kinds in an answer", $"mean {(kinds.Count == 0 ? 0 : kinds.Average(k => k.Count)):0.0}; {kinds.Count(k => k.Count == 0)} answers have none");
        var four = bank.Questions.Where(q => q.IsFourSteps).Select(q => StandardTerms.In(q.Answers[0].Text, bank.Library).Count).ToList();
        lines.Line("kinds in a four-step 示例一", $"mean {(four.Count == 0 ? 0 : four.Average()):0.0}");
        lines.Counts("answers that say", kinds.SelectMany(k => k));
        lines.Line("said by none", $"{string.Join('、', bank.Library.Terms.Select(t => t.Word).Distinct().Except(kinds.SelectMany(k => k)))}");
    }

    /// <summary>Share of pairs of characters that two texts have in common, in percent of all that either has.</summary>
    private static double Alike(string one, string other)
    {
        static HashSet<string> Pairs(string text) => SpeechText.Spoken(text) is var s ? [.. Enumerable.Range(0, Math.Max(0, s.Length - 1)).Select(i => s.Substring(i, 2))] : [];
        var (a, b) = (Pairs(one), Pairs(other));
        var both = a.Count(b.Contains);
        return Share.Of(both, a.Count + b.Count - both);
    }

    [GeneratedRegex("如果|要是|若(?!干)|一旦|假如|倘若|万一")]
    private static partial Regex Condition();

    [GeneratedRegex("首先|其次")]
    private static partial Regex FirstOfAll();

    [GeneratedRegex("第一[^？]*?第二")]
    private static partial Regex Numbered();

    [GeneratedRegex("一是[^？]*?二是")]
    private static partial Regex Listed();

    [GeneratedRegex("网信|宣传(部|部门|科|口)")]
    private static partial Regex Offices();
}
