using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>What a learner has to do in all classes; below, what a teacher or assistant has to mark.</summary>
[Authorize]
public sealed class IndexModel(AppDb db, CurrentPerson person, AttemptCloser closer, TimeProvider time) : PageModel
{
    public sealed record MarkingRow(Guid ClassId, Guid Id, string Title, string ClassName, DateTimeOffset DueAt, int Unmarked);

    public IReadOnlyList<DueRow> Due { get; private set; } = [];

    public IReadOnlyList<MarkingRow> ToMark { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = person.Id!.Value;
        await closer.CloseOfAsync(me, ct);
        Due = await db.DueOfAsync(me, time.GetUtcNow(), null, ct);
        ToMark = await db.Assignments.AsNoTracking().MarkedBy(me)
            .Where(a => a.Class.Archive == null && db.Submissions.Any(s => s.AssignmentId == a.Id && s.IsLatest && !s.IsMarked)).OrderBy(a => a.DueAt)
            .Select(a => new MarkingRow(a.ClassId, a.Id, a.Title, a.Class.Name, a.DueAt, db.Submissions.Count(s => s.AssignmentId == a.Id && s.IsLatest && !s.IsMarked)))
            .ToListAsync(ct);
    }
}
