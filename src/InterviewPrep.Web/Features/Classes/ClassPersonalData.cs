using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>The classes that a person is or was in, their line of the roster, and what they did that the class's log tells.</summary>
public sealed class ClassPersonalData(AppDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Membership), typeof(RosterRow)];

    /// <summary>A visitor is in no class.</summary>
    public Task TransferAsync(Guid visitor, Guid account, CancellationToken ct) => Task.CompletedTask;

    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct) =>
        await archive.AddJsonAsync("classes.json", new
        {
            Classes = await db.Memberships.AsNoTracking().Where(m => m.UserId == account).OrderBy(m => m.JoinedAt).Select(m => new { m.Class.Name, m.Role, m.JoinedAt, m.LeftAt, m.HasAgreed }).ToListAsync(ct),
            Roster = await db.RosterRows.AsNoTracking().Where(r => r.UserId == account).OrderBy(r => r.Id)
                .Select(r => new { Class = db.Classes.Where(c => c.Id == r.ClassId).Select(c => c.Name).First(), r.Number, r.Name, r.AddedAt, r.LeftAt }).ToListAsync(ct),
            // What the lines say of others is theirs.
            Log = await db.ClassEvents.AsNoTracking().Where(e => e.ById == account).OrderBy(e => e.Id)
                .Select(e => new { Class = db.Classes.Where(c => c.Id == e.ClassId).Select(c => c.Name).First(), e.Kind, e.At }).ToListAsync(ct),
        }, ct);

    public async Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct)
    {
        var taught = db.Classes.TaughtBy(account);
        var alone = await taught.CountAsync(c => !c.Members.Any(m => m.UserId != account && m.LeftAt == null && m.Role == ClassRole.Teacher), ct);
        return await taught.CountAsync(ct) is > 0 and var count
            ? [$"您带的 {count} 个班还在{(alone > 0 ? $"，其中 {alone} 个没有别的老师，以后没有人能管理；请先请一位老师进来，或者归档" : "")}。"] : [];
    }

    /// <summary>Rows that hang on the account go with it; a line of the roster is the class's and only loses the account.</summary>
    public Task DeleteAsync(Guid owner, CancellationToken ct) => Task.CompletedTask;
}
