using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>How an answer's 字 are spread over the stages, beside the range of the model answers.</summary>
/// <param name="Own">Per cent of the own answer by stage.</param>
/// <param name="Models">Per cent of all model answers together.</param>
/// <param name="Says">The comparison in a sentence.</param>
public sealed record StageShares(IReadOnlyList<(Stage Stage, double Percent)> Own, IReadOnlyList<(Stage Stage, double Percent)> Models, string Says)
{
    // Within so many per cent of the range nobody hears a difference.
    private const double Slack = 5;

    /// <returns>Null where there is nothing to compare.</returns>
    public static StageShares? Of(Framework framework, QuestionRevision question, DraftText text)
    {
        var models = question.Answers.Select(a => framework.Stages.Select(s => a.Stages.FirstOrDefault(t => t.Stage == s.Id) is { } stage ? SpeechText.CountZi(stage.Text.Text) : 0).ToList()).Where(m => m.Sum() > 0).ToList();
        var own = framework.Stages.Select(s => SpeechText.CountZi(text.Of(s.Id))).ToList();
        if (models.Count == 0 || own.Sum() == 0 || framework.Stages.Count < 2) return null;
        var says = new List<string>();
        for (var i = 0; i < framework.Stages.Count; i++)
        {
            var shares = models.Select(m => 100.0 * m[i] / m.Sum()).ToList();
            var share = 100.0 * own[i] / own.Sum();
            var name = framework.Stages[i].Name;
            if (share > shares.Max() + Slack) says.Add($"{name}说得多了");
            else if (share < shares.Min() - Slack) says.Add(own[i] == 0 ? $"{name}没有写" : $"{name}比示例少约 {Math.Max(10, (int)Math.Round((models.Min(m => m[i]) - own[i]) / 10.0) * 10)} 字");
        }
        var (shortest, longest) = (models.Min(m => m.Sum()), models.Max(m => m.Sum()));
        var whole = own.Sum() < shortest * 0.8 ? $"{own.Sum()} 字，比示例短（示例 {shortest}–{longest} 字）" : own.Sum() > longest * 1.2 ? $"{own.Sum()} 字，比示例长（示例 {shortest}–{longest} 字）" : $"{own.Sum()} 字，在示例的范围里";
        return new StageShares(Percents(framework, own), Percents(framework, [.. framework.Stages.Select((_, i) => models.Sum(m => m[i]))]), $"{whole}。{(says.Count == 0 ? "各步的分量和示例差不多。" : string.Join('，', says) + "。")}");
    }

    private static IReadOnlyList<(Stage, double)> Percents(Framework framework, List<int> zi) => [.. framework.Stages.Select((s, i) => (s, 100.0 * zi[i] / zi.Sum()))];
}
