using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>What a learner has for the questions of an attempt.</summary>
public sealed class AttemptAnswers(AppDb db, ContentLibrary content, IHandwrittenPages handwritten)
{
    /// <summary>What the server had acknowledged of an attempt's drafts at an instant.</summary>
    public async Task<List<HandInAnswer>> ReadAsync(Attempt attempt, DateTimeOffset at, CancellationToken ct)
    {
        var drafts = await db.AttemptDrafts.Where(d => d.AttemptId == attempt.Id).OrderBy(d => d.AssignmentQuestion.Order)
            .Select(d => new { d.AssignmentQuestionId, d.Draft, d.Draft.QuestionRevision.Framework }).ToListAsync(ct);
        var saved = db.DraftVersions.Acknowledged().Where(v => v.SavedAt <= at && db.AttemptDrafts.Any(d => d.AttemptId == attempt.Id && d.DraftId == v.DraftId));
        var versions = await saved.Where(v => !saved.Any(later => later.DraftId == v.DraftId && later.Id > v.Id)).ToDictionaryAsync(v => v.DraftId, ct);
        var onPaper = await handwritten.CountAsync(attempt.Id, ct);
        var answers = new List<HandInAnswer>();
        foreach (var draft in drafts)
        {
            answers.Add(new HandInAnswer(draft.AssignmentQuestionId, draft.Draft, versions.GetValueOrDefault(draft.Draft.Id), [.. content.FindFramework(draft.Framework)?.Stages.Select(s => s.Id) ?? []], onPaper.ContainsKey(draft.AssignmentQuestionId)));
        }
        return answers;
    }

    /// <summary>Earlier submissions of the same learner leave the queue.</summary>
    public async Task SupersedeEarlierAsync(Attempt attempt, CancellationToken ct)
    {
        if (attempt.HandedInAt is null) return;
        var earlier = await db.Submissions
            .Where(s => s.AssignmentId == attempt.AssignmentId && s.LearnerId == attempt.LearnerId && s.IsLatest && s.AttemptId != attempt.Id).ToListAsync(ct);
        foreach (var submission in earlier) submission.Supersede();
    }
}
