using InterviewPrep.Web.Content;
using InterviewPrep.Web.Content.Coaching;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>An expected point in the comparison: how it stands in the own answer, how the model answer says it, and where it is taught.</summary>
/// <param name="Stage">The stage that it belongs to.</param>
/// <param name="Ticked">True where the learner says to have made it.</param>
/// <param name="Found">The sentence in which the coach sees it; null where it does not.</param>
/// <param name="Model">What the model answer says for it; empty where none does.</param>
/// <param name="Lesson">A lesson that teaches it.</param>
/// <param name="Said">What the learner says of it themselves; null for nothing, and where the words were rewritten since.</param>
public sealed record ComparedPoint(ScoringPoint Point, Stage Stage, int Weight, bool Ticked, Evidence? Found, string Model, Lesson? Lesson, PointJudgement? Said = null)
{
    /// <summary>How the coach sees it.</summary>
    public FindingState? State => Found?.State;

    /// <summary>True where there is something to look at: not there, only half, or something that does not count. What the learner says goes before what the coach sees.</summary>
    public bool IsOpen => Said is { } said ? !said.IsMade : State is not FindingState.Full;

    /// <summary>How it stands, in words: as the learner says, else as the coach sees it.</summary>
    public string StateName => Said is { } said ? JudgementWords.Name(said) : PointStates.Name(State);

    /// <summary>The class that draws how it stands.</summary>
    public string Look => Said is { } said ? said.IsMade ? "mine" : "not" : PointStates.Look(State);

    /// <summary>The id of its card on the page.</summary>
    public string Anchor => AnchorOf(Point.Id);

    /// <summary>The id of the card of a point.</summary>
    public static string AnchorOf(string point) => "p-" + point.Replace('.', '-');

    /// <summary>All expected points of a question.</summary>
    /// <param name="shown">The model answer that is shown; what it does not say is taken from another one.</param>
    public static IReadOnlyList<ComparedPoint> Of(QuestionRevision question, Framework framework, AnswerReading reading, ModelAnswer shown, Draft draft, IReadOnlyList<Lesson> lessons) =>
        [.. from expected in question.Points.OrderBy(p => p.Order)
            let point = framework.FindPoint(expected.Point)
            where point is not null
            let said = draft.Judgements.FirstOrDefault(j => j.Point == point.Id && j.PlaceIn(draft.Text) is not null)
            select new ComparedPoint(point, framework.FindStage(point.Stage)!, expected.Weight, IsTicked(draft.SelfScore, point.Id, said), reading.Best(point.Id),
                Words(question.Answers.Prepend(shown), point.Id), lessons.Where(l => l.Points.Contains(point.Id) && (l.Framework is null || l.Framework == framework.Slug)).MinBy(l => l.Points.Count), said)];

    // Whoever has just said that a point is there, or is not, has not saved that with the self-score yet.
    private static bool IsTicked(SelfScore? score, string point, PointJudgement? said) =>
        said is not null && (score is null || score.At < said.At) ? said.IsMade : score?.Ticks.Contains(point) == true;

    private static string Words(IEnumerable<ModelAnswer> answers, string point) =>
        answers.SelectMany(a => a.Stages).SelectMany(s => s.Text.Marks.Where(m => m.Id == point).Select(m => s.Text.Text.Substring(m.Start, m.Length))).FirstOrDefault() ?? "";
}
