using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Goals;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Recall;

/// <summary>Keeps the points that a self-score leaves unticked, and what it ticks of those that are kept.</summary>
public sealed class SelfScoreRecall(AppDb db, CurrentGoal goal, SiteTime time) : IAfterSelfScore
{
    public async Task AfterScoreAsync(Draft draft, QuestionRevision revision, CancellationToken ct)
    {
        // Only the shipped questions have other questions of their kind to ask in.
        if (draft.SelfScore is not { } score || revision.Question.OwnerId is not null) return;
        var type = revision.Question.Type;
        var slug = revision.Question.Slug;
        var exam = await goal.ExamDateAsync(ct);
        var items = await db.RecallItems.OwnedBy(draft.OwnerId).Include(i => i.Answers).Where(i => i.Framework == revision.Framework && i.Type == type).ToDictionaryAsync(i => i.Point, ct);
        foreach (var point in revision.Points.Select(p => p.Point))
        {
            var item = items.GetValueOrDefault(point);
            if (!score.Ticks.Contains(point)) (item ?? db.Add(new RecallItem(draft.OwnerId, revision.Framework, point, type)).Entity).Miss(slug, time.Today, exam);
            // A tick that was only forgotten a moment ago leaves nothing behind.
            else if (item?.IsNewFrom(slug, time.Today) == true) db.Remove(item);
            else item?.Make(time.Today, exam);
        }
    }
}
