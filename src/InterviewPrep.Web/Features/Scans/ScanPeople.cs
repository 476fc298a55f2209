using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Paper.Codes;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Scans;

/// <summary>Somebody whose page it may be.</summary>
/// <param name="SignedId">Id that the mark on the sheet is made of: a person's, or that of a seat at an assignment.</param>
/// <param name="Owner">The learner.</param>
/// <param name="Assignment">The assignment, where the sheet was printed for one.</param>
public sealed record ScanCandidate(Guid SignedId, Guid Owner, Guid? Assignment);

/// <summary>
/// For whom the one who asks may file pages: themselves (the account, and the visitor that they were before they signed in), their own
/// seats at assignments, and the learners of the classes that they mark in.
/// </summary>
public sealed class ScanPeople(AppDb db, CurrentPerson person, SheetSigner signer)
{
    private IReadOnlyList<ScanCandidate>? candidates;

    /// <summary>Whose the sheet is, of those for whom pages may be filed; several where short codes are ambiguous.</summary>
    public async Task<IReadOnlyList<ScanCandidate>> OwnersAsync(SheetReference reference, CancellationToken ct)
    {
        candidates ??= await CandidatesAsync(ct);
        // An anonymous sheet is filed under the uploader.
        return reference.Person == 0 ? [.. candidates.Take(1)] : [.. candidates.Where(c => signer.IsOf(reference, c.SignedId))];
    }

    private async Task<IReadOnlyList<ScanCandidate>> CandidatesAsync(CancellationToken ct)
    {
        var me = person.Id!.Value;
        var all = new List<ScanCandidate> { new(me, me, null) };
        if (person.VisitorId is { } visitor && visitor != me) all.Add(new(visitor, me, null));
        var own = await db.Assignments.SetFor(me).Select(a => a.Id).ToListAsync(ct);
        all.AddRange(own.Select(a => new ScanCandidate(SeatId.Of(a, me), me, a)));
        var marked = await db.Assignments.MarkedBy(me).Select(a => new { a.Id, a.ClassId }).ToListAsync(ct);
        var classes = await db.Classes.MarkedBy(me).Select(c => c.Id).ToListAsync(ct);
        var learners = await db.Memberships.Where(m => classes.Contains(m.ClassId) && m.Role == ClassRole.Learner && m.LeftAt == null)
            .Select(m => new { m.ClassId, m.UserId }).ToListAsync(ct);
        all.AddRange(learners.Select(l => l.UserId).Distinct().Where(l => l != me).Select(l => new ScanCandidate(l, l, null)));
        all.AddRange(from a in marked join l in learners on a.ClassId equals l.ClassId where l.UserId != me select new ScanCandidate(SeatId.Of(a.Id, l.UserId), l.UserId, a.Id));
        return all;
    }
}
