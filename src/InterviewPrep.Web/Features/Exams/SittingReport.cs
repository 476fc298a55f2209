using InterviewPrep.Web.Content;
using InterviewPrep.Web.Content.Coaching;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>One question of a sitting as the report shows it.</summary>
/// <param name="IsWithheld">True while an assignment keeps back what helps to answer it.</param>
public sealed record ReportedQuestion(ExamAnswer Answer, QuestionRevision Question, Framework Framework, bool WasAnswered, TimeSpan Thinking, TimeSpan Answering, bool IsWithheld)
{
    /// <summary>Recordings of the answer, in the order in which they were made.</summary>
    public IReadOnlyList<ExamTake> Takes { get; init; } = [];

    public Guid Sitting => Answer.SittingId;

    /// <summary>What the coach reads in what was written; nothing where nothing was.</summary>
    private AnswerReading Reading { get; } = AnswerReading.Of(Framework, Framework.Stages.Count == 0 ? DraftText.Blank : new DraftText(new Dictionary<string, string> { [Framework.Stages[0].Id] = Answer.Text }));

    /// <summary>The points that the question expects, in the frame's order, with what was found of each.</summary>
    public IEnumerable<(Stage Stage, ScoringPoint Point, FindingState? State, string Said, string Model)> Points =>
        from stage in Framework.Stages
        from point in stage.Points
        where Question.Points.Any(p => p.Point == point.Id)
        let found = Reading.Best(point.Id)
        select (stage, point, found?.State, found?.Sentence ?? "", ModelOf(point.Id));

    /// <summary>Points that were not found in what was written, which an examiner may ask about; none where nothing was written.</summary>
    public HashSet<string> Open => Answer.Text.Length == 0 ? [] : [.. Points.Where(p => p.State is not (FindingState.Full or FindingState.Half)).Select(p => p.Point.Id)];

    private string ModelOf(string point) => Question.Answers.SelectMany(a => a.Stages).Select(s => s.Text)
        .SelectMany(t => t.Marks.Where(m => m.Id == point).Select(m => t.Text.Substring(m.Start, m.Length))).FirstOrDefault() ?? "";
}

/// <summary>An earlier sitting to be compared with.</summary>
public sealed record EarlierSitting(Guid Id, string Title, DateTimeOffset At, double? Total, TimeSpan Used, int Answered, int Questions);
