using System.Text.Encodings.Web;
using System.Text.Json;
using InterviewPrep.Web.Content.Coaching;
using InterviewPrep.Web.Features.Drafts;

namespace InterviewPrep.Web.Features.Reports.Coach;

/// <summary>
/// Answers in which people see something else than the coach, as labelled lines that <c>coach --table</c> and <c>coach train</c> read. Only
/// what somebody said is a label; of all other points the line says that it is not known.
/// </summary>
public static class Disagreements
{
    /// <summary>Register of the lines: a school's own answers.</summary>
    public const string Register = "school";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines. Answers that tell who somebody is are left out.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<JudgedAnswer> answers) =>
        answers.Where(a => IdentityCheck.Find(a.Text, [], a.Prompt).Count == 0).Select(Of).OfType<LabelledAnswer>().Select(a => JsonSerializer.Serialize(a, Json));

    private static LabelledAnswer? Of(JudgedAnswer answer)
    {
        var reading = AnswerReading.Of(answer.Framework, answer.Text);
        var stretches = answer.Framework.Stages.SelectMany(s => TextStretch.SentencesOf(s.Id, answer.Text.Of(s.Id))).ToList();
        var (made, not, known) = (new HashSet<(int, string)>(), new HashSet<(int, string)>(), new HashSet<string>());
        int At(string stage, int start) => stretches.FindLastIndex(s => s.Stage == stage && s.Start <= start);
        foreach (var said in answer.Judgements)
        {
            if (At(said.Stage, said.PlaceIn(answer.Text)!.Value) is >= 0 and var at) (said.IsMade ? made : not).Add((at, said.Point));
        }
        foreach (var verdict in answer.Verdicts.Where(v => answer.Judgements.All(j => j.Point != v.Point)))
        {
            var found = reading.Best(verdict.Point);
            if (found is null || found.Counts == verdict.IsMade || At(found.Stage, found.Start) is < 0) continue;
            (verdict.IsMade ? made : not).Add((At(found.Stage, found.Start), verdict.Point));
            // What a teacher does not see anywhere stands in no sentence.
            if (!verdict.IsMade) known.Add(verdict.Point);
        }
        if (made.Count + not.Count == 0) return null;
        var points = answer.Framework.Stages.SelectMany(s => s.Points).Select(p => p.Id).ToList();
        return new LabelledAnswer($"{Register}-{answer.Id:N}", answer.Prompt, Register, false, [.. stretches.Select((s, i) => new LabelledSentence(s.Words,
            [.. points.Where(p => made.Contains((i, p)))], [], [.. points.Where(p => not.Contains((i, p)))],
            [.. points.Where(p => !known.Contains(p) && !made.Contains((i, p)) && !not.Contains((i, p)))], s.Stage))], answer.Framework.Slug);
    }
}
