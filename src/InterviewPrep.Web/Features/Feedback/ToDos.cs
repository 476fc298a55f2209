using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Marking;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Feedback;

/// <summary>Comments that a learner promised to act on, beside the fields of the next draft: <c>&lt;vc:to-dos …/&gt;</c> within the practice form.</summary>
public sealed class ToDosViewComponent(AppDb db, CurrentPerson person) : ViewComponent
{
    public sealed record Model(IReadOnlyList<MarkComment> ToDos, Content.Framework Framework);

    public async Task<IViewComponentResult> InvokeAsync(int questionId, Content.Framework framework, bool asLink = false)
    {
        if (!person.IsSignedIn) return Content("");
        var todos = await db.CachedAsync(("to-dos", person.Id, questionId), () => db.OpenToDos(person.Id, questionId).AsNoTracking().OrderBy(c => c.CreatedAt).ThenBy(c => c.Order).ToListAsync(HttpContext.RequestAborted));
        return todos.Count == 0 ? Content("") : View(asLink ? "~/Features/Feedback/_ToDosLink.cshtml" : "~/Features/Feedback/_ToDos.cshtml", new Model(todos, framework));
    }
}

/// <summary>A to-do is done in a draft.</summary>
public sealed class ToDoDone(AppDb db, TimeProvider time)
{
    /// <summary>What the practice form's button sends as its action, before the comment's id.</summary>
    public const string Action = "todo-";

    /// <summary>Keeps before and after where the draft says something else in that place.</summary>
    /// <param name="action">The pressed button; anything else than a to-do of this learner changes nothing.</param>
    /// <returns>What to say to the learner where nothing was changed yet; null where all is well.</returns>
    public async Task<string?> RunAsync(string? action, Draft draft, CancellationToken ct)
    {
        if (action?.StartsWith(Action, StringComparison.Ordinal) != true || !Guid.TryParse(action[Action.Length..], out var id)) return null;
        var comment = await db.OpenToDos(draft.OwnerId, draft.QuestionId).Include(c => c.Response).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (comment is null) return null;
        var submitted = await db.Submissions.Where(s => s.Id == comment.SubmissionId).Select(s => s.Text).SingleAsync(ct);
        if (comment.Pin is not null)
        {
            // What was written by hand is no text: the whole new draft stands beside it.
            if (draft.Text.Zi == 0) return "已保存。先写点内容，再点「改好了」。";
            comment.Response!.Done(draft.Id, "（手写稿）", string.Join('\n', draft.Text.Values), time.GetUtcNow());
            await db.SaveChangesAsync(ct);
            return null;
        }
        if (Rewording.Find(submitted.Of(comment.Stage), draft.Text.Of(comment.Stage), comment.Start, comment.Length) is not var (before, after))
            return "已保存。这一步还和交上去的一样，改了再点「改好了」。";
        comment.Response!.Done(draft.Id, before, after, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return null;
    }
}
