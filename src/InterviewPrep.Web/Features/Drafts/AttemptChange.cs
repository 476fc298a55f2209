using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>What an attempt gained and lost against the one before it, by points and by time.</summary>
/// <param name="BySelf">True where both were scored by the learner; else the coach's reading of both is compared.</param>
/// <param name="Seconds">Speaking time of this attempt.</param>
public sealed record AttemptChange(int Before, IReadOnlyList<string> Gained, IReadOnlyList<string> Lost, bool BySelf, int SecondsBefore, int Seconds)
{
    /// <param name="rate">字 per minute that times are reckoned with.</param>
    public static AttemptChange Of(Draft before, Draft draft, QuestionRevision revision, Framework framework, int rate)
    {
        var bySelf = before.SelfScore is not null && draft.SelfScore is not null;
        var (earlier, now) = (MadePoints.Of(before, framework, bySelf), MadePoints.Of(draft, framework, bySelf));
        IReadOnlyList<string> Names(IReadOnlySet<string> these, IReadOnlySet<string> without) =>
            [.. revision.Points.OrderBy(p => p.Order).Where(p => these.Contains(p.Point) && !without.Contains(p.Point)).Select(p => framework.FindPoint(p.Point)?.Name).OfType<string>()];
        return new(before.Number, Names(now, earlier), Names(earlier, now), bySelf, SpeechText.Seconds(before.Text.Zi, rate), SpeechText.Seconds(draft.Text.Zi, rate));
    }
}

/// <summary>The line of the comparison that looks back: <c>&lt;vc:attempt-change …/&gt;</c>; nothing in a first attempt.</summary>
public sealed class AttemptChangeViewComponent(AppDb db) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Draft draft, QuestionRevision revision, Framework framework, int rate)
    {
        if (draft.Number == 1 || draft.FinishedAt is null) return Content("");
        var before = await db.Drafts.AsNoTracking().Include(d => d.SelfScore).OwnedBy(draft.OwnerId).Where(d => d.QuestionId == draft.QuestionId && d.Number < draft.Number && d.FinishedAt != null)
            .OrderByDescending(d => d.Number).FirstOrDefaultAsync(HttpContext.RequestAborted);
        return before is null ? Content("") : View("~/Features/Drafts/_AttemptChange.cshtml", AttemptChange.Of(before, draft, revision, framework, rate));
    }
}

/// <summary>Before another attempt, in one line, what was missed in the last one: <c>&lt;vc:last-missed …/&gt;</c>.</summary>
public sealed class LastMissedViewComponent(AppDb db, Accounts.CurrentPerson person) : ViewComponent
{
    /// <summary>The line names so many points.</summary>
    private const int Named = 4;

    /// <param name="draft">The attempt that is being written.</param>
    public async Task<IViewComponentResult> InvokeAsync(QuestionRevision revision, Framework framework, Guid draft)
    {
        if (person.Id is not { } owner) return Content("");
        var last = await db.Drafts.AsNoTracking().Include(d => d.SelfScore).OwnedBy(owner).Where(d => d.QuestionId == revision.QuestionId && d.Id != draft && d.FinishedAt != null)
            .OrderByDescending(d => d.Number).FirstOrDefaultAsync(HttpContext.RequestAborted);
        var missed = last is null ? [] : MadePoints.Missed(last, revision, framework);
        return missed.Count == 0 ? Content("") : View("~/Features/Drafts/_LastMissed.cshtml", (last!.Number, (IReadOnlyList<string>)[.. missed.Take(Named)], missed.Count));
    }
}
