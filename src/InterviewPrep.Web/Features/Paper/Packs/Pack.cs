using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Paper.Codes;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Paper.Packs;

/// <summary>A learner of a pack: a name for the screen, so that sheets find their people; paper has only the 抽签号.</summary>
public sealed record PackRow(string Number, string Name, SheetPerson Person);

/// <summary>A part of a class pack: a browser sets thirty people's sheets piece by piece, and tells how far it is.</summary>
/// <param name="From">Place of the first of <paramref name="Shown"/>, from 0.</param>
public sealed record Pack(IReadOnlyList<PackRow> All, int From, IReadOnlyList<PackRow> Shown)
{
    /// <summary>People in one piece.</summary>
    public const int Piece = 5;

    public int Next => From + Shown.Count;

    /// <param name="from">First of a piece, as the address has it.</param>
    /// <param name="whole">True for everybody at once.</param>
    public static Pack Of(IReadOnlyList<PackRow> all, int? from, bool whole)
    {
        var first = whole ? 0 : Math.Clamp(from ?? 0, 0, all.Count);
        return new Pack(all, first, [.. all.Skip(first).Take(whole ? all.Count : Piece)]);
    }
}

/// <summary>Who gets a sheet. Whether the reader may print for the class has been asked before.</summary>
public static class PackPeople
{
    /// <summary>Learners of a class in the order of the roster.</summary>
    public static async Task<IReadOnlyList<ClassPerson>> LearnersInOrderAsync(this AppDb db, Guid classId, CancellationToken ct) =>
        [.. (await db.PeopleOf(classId, ClassRole.Learner).ToListAsync(ct)).OrderBy(p => p.Number, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>A class without an assignment: the 抽签号 is the place in the roster.</summary>
    public static async Task<IReadOnlyList<PackRow>> OfClassAsync(this AppDb db, Guid classId, CancellationToken ct) =>
        [.. (await db.LearnersInOrderAsync(classId, ct)).Select((p, i) => new PackRow(p.Number, p.Name, new SheetPerson(p.UserId, CandidateNumber.Format(i + 1))))];

    /// <summary>Those of an assignment who have a 抽签号, and how many have none yet. While names are hidden they are in the order of the numbers, without names.</summary>
    public static async Task<(IReadOnlyList<PackRow> Rows, int WithoutLot)> OfAssignmentAsync(this AppDb db, Assignment assignment, CancellationToken ct)
    {
        var lots = await db.CandidateNumbers.AsNoTracking().Where(l => l.AssignmentId == assignment.Id).ToDictionaryAsync(l => l.LearnerId, l => l.Number, ct);
        var attempts = (await db.Attempts.AsNoTracking().Include(a => a.Returned).Where(a => a.AssignmentId == assignment.Id).ToListAsync(ct)).ToLookup(a => a.LearnerId);
        var learners = await db.LearnersInOrderAsync(assignment.ClassId, ct);
        var rows = learners.Where(p => lots.ContainsKey(p.UserId)).Select(p => (Lot: lots[p.UserId], Row: new PackRow(
            assignment.HidesNames ? "" : p.Number, assignment.HidesNames ? "" : p.Name,
            new SheetPerson(SeatId.Of(assignment.Id, p.UserId), CandidateNumber.Format(lots[p.UserId]), AttemptOf(assignment, attempts[p.UserId])))));
        if (assignment.HidesNames) rows = rows.OrderBy(r => r.Lot);
        return ([.. rows.Select(r => r.Row)], learners.Count(p => !lots.ContainsKey(p.UserId)));
    }

    /// <summary>The attempt that a sheet printed now is for: the running one, else the next, else the last.</summary>
    public static int AttemptOf(Assignment assignment, IEnumerable<Attempt> attempts) => attempts.MaxBy(a => a.Number) switch
    {
        null => 1,
        { ClosedAt: null } running => running.Number,
        { Returned: not null } returned => returned.Number + 1,
        var last => Math.Min(last.Number + 1, Math.Max(last.Number, assignment.MostAttempts)),
    };

    /// <summary>Draws a 抽签号 for everybody who has none.</summary>
    public static async Task DrawCandidateNumbersAsync(this AppDb db, Assignment assignment, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.WaitToDrawAsync(assignment.Id, ct);
        await db.DrawAsync(assignment, (await db.LearnersInOrderAsync(assignment.ClassId, ct)).Select(p => p.UserId), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The questions of an assignment in the revisions that everybody answers.</summary>
    public static async Task<IReadOnlyList<QuestionRevision>> RevisionsOfAsync(this AppDb db, Guid assignmentId, CancellationToken ct)
    {
        var revisions = new List<QuestionRevision>();
        foreach (var id in await db.AssignmentQuestions.Where(q => q.AssignmentId == assignmentId).OrderBy(q => q.Order).Select(q => q.QuestionRevisionId).ToListAsync(ct))
            revisions.Add(await db.RevisionAsync(id, ct));
        return revisions;
    }
}
