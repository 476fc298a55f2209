using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>The expected points that an attempt made: by the self-score, or as the coach reads it where there is none.</summary>
public static class MadePoints
{
    /// <param name="bySelf">True for the learner's own ticks.</param>
    public static IReadOnlySet<string> Of(Draft draft, Framework framework, bool bySelf) =>
        (bySelf ? draft.SelfScore!.Ticks : AnswerReading.Of(framework, draft.Text).Points).ToHashSet();

    /// <summary>Names of the expected points that an attempt missed, the weightiest first; none where nothing can be told.</summary>
    public static IReadOnlyList<string> Missed(Draft draft, QuestionRevision revision, Framework framework)
    {
        if (draft.SelfScore is null && framework.Coach is null) return [];
        var made = Of(draft, framework, draft.SelfScore is not null);
        return [.. revision.Points.Where(p => !made.Contains(p.Point)).OrderByDescending(p => p.Weight).ThenBy(p => p.Order).Select(p => framework.FindPoint(p.Point)?.Name).OfType<string>()];
    }
}
