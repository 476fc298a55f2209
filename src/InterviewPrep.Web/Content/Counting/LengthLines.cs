using InterviewPrep.Web.Content.Rules;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content.Counting;

/// <summary>Lengths of answers, and how their stages share the time.</summary>
internal static class LengthLines
{
    public static void Write(CheckedBank bank, TableLines lines)
    {
        lines.Head("Length");
        foreach (var (name, answers) in Kinds(bank.Answers.ToList()))
        {
            var zi = answers.Select(a => (double)a.Zi).ToList();
            if (zi.Count == 0) continue;
            var median = TableLines.Median(zi);
            lines.Line(name, $"{zi.Count} answers, {zi.Min()}–{zi.Max()} 字, median {median:0} = {TimeSpan.FromSeconds(SpeechText.Seconds((int)median)):m\\:ss}; {answers.Count(a => a.Zi < AnswerLengths.ShortestWhole)} below {AnswerLengths.ShortestWhole}");
        }
        var weak = bank.Library.Questions.SelectMany(q => q.WeakAnswers).Select(w => (double)SpeechText.CountZi(w.Text.Text)).ToList();
        lines.Line("weak answers", $"{weak.Count}, median {TableLines.Median(weak):0} 字");

        lines.Head("Stages: median seconds at 220 字/min (frame), share of the answer");
        foreach (var frame in bank.Library.Frameworks)
        {
            var own = bank.Questions.Where(q => q.Frame.Slug == frame.Slug).SelectMany(q => q.Answers).ToList();
            foreach (var (name, answers) in Kinds(own).Where(k => k.Answers.Count > 0))
                lines.Line($"{frame.Short} {name}", $"{string.Join(" · ", frame.Stages.Select(s => Stage(s, answers)))}");
        }
    }

    private static IEnumerable<(string Name, IReadOnlyList<CheckedAnswer> Answers)> Kinds(IReadOnlyList<CheckedAnswer> answers) =>
        [("示例一", [.. answers.Where(a => a.IsFirst)]), ("示例二", [.. answers.Where(a => !a.IsFirst)])];

    private static string Stage(Stage stage, IReadOnlyList<CheckedAnswer> answers)
    {
        var spoken = answers.Select(a => (Zi: a.Stage(stage.Id) is { } s ? SpeechText.CountZi(s.Text.Text) : 0, a)).ToList();
        var share = spoken.Average(s => Share.Of(s.Zi, s.a.Zi));
        return FormattableString.Invariant($"{stage.Name} {SpeechText.Seconds((int)TableLines.Median(spoken.Select(s => (double)s.Zi)))} ({stage.Seconds}) {share:0} %");
    }
}
