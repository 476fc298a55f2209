using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Paper.Codes;
using InterviewPrep.Web.Features.Paper.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Paper.Packs;

/// <summary>A learner's own sheets for an assignment, once its questions may be seen; photos of them come back into the attempt.</summary>
[Authorize]
public sealed class MineModel(AppDb db, SheetPrinting printing, CurrentPerson person, TimeProvider time) : PageModel
{
    public Assignment Assignment { get; private set; } = null!;

    public SheetDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var (me, now) = (person.Id!.Value, time.GetUtcNow());
        var assignment = await db.Assignments.AsNoTracking().SetFor(me).Opened(now).SingleOrDefaultAsync(a => a.Id == id, ct);
        if (assignment is null) return NotFound();
        var attempts = await db.Attempts.AsNoTracking().Include(a => a.Returned).OwnedBy(me).Where(a => a.AssignmentId == id).ToListAsync(ct);
        // The questions of a timed one are seen when it is begun, on paper too.
        if (assignment.Pace == Pace.Timed && attempts.Count == 0) return NotFound();
        Assignment = assignment;
        var lot = await db.CandidateNumbers.Where(l => l.AssignmentId == id && l.LearnerId == me).Select(l => (int?)l.Number).SingleOrDefaultAsync(ct);
        var seat = new SheetPerson(SeatId.Of(id, me), lot is { } number ? CandidateNumber.Format(number) : "", PackPeople.AttemptOf(assignment, attempts));
        Document = await printing.OfPeopleAsync(assignment.Title, await db.RevisionsOfAsync(id, ct), [seat], SheetChoices.From(Request.Query) with { Kind = SheetChoices.Blank }, ct);
        return Page();
    }
}
