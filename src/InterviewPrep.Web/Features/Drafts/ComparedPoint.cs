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
public sealed record ComparedPoint(ScoringPoint Point, Stage Stage, int Weight, bool Ticked, Evidence? Found, string Model, Lesson? Lesson)
{
    /// <summary>How the coach sees it.</summary>
    public FindingState? State => Found?.State;

    /// <summary>True where there is something to look at: not there, only half, or something that does not count.</summary>
    public bool IsOpen => State is not FindingState.Full;

    /// <summary>The id of its card on the page.</summary>
    public string Anchor => AnchorOf(Point.Id);

    /// <summary>The id of the card of a point.</summary>
    public static string AnchorOf(string point) => "p-" + point.Replace('.', '-');

    /// <summary>All expected points of a question.</summary>
    /// <param name="shown">The model answer that is shown; what it does not say is taken from another one.</param>
    public static IReadOnlyList<ComparedPoint> Of(QuestionRevision question, Framework framework, AnswerReading reading, ModelAnswer shown, IReadOnlyCollection<string> ticks, IReadOnlyList<Lesson> lessons) =>
        [.. from expected in question.Points.OrderBy(p => p.Order)
            let point = framework.FindPoint(expected.Point)
            where point is not null
            select new ComparedPoint(point, framework.FindStage(point.Stage)!, expected.Weight, ticks.Contains(point.Id), reading.Best(point.Id),
                Words(question.Answers.Prepend(shown), point.Id), lessons.Where(l => l.Points.Contains(point.Id) && (l.Framework is null || l.Framework == framework.Slug)).MinBy(l => l.Points.Count))];

    private static string Words(IEnumerable<ModelAnswer> answers, string point) =>
        answers.SelectMany(a => a.Stages).SelectMany(s => s.Text.Marks.Where(m => m.Id == point).Select(m => s.Text.Text.Substring(m.Start, m.Length))).FirstOrDefault() ?? "";
}
