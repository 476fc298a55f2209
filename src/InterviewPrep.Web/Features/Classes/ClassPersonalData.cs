using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>The classes that a person is in.</summary>
public sealed class ClassPersonalData(AppDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Membership), typeof(RosterRow)];

    /// <summary>A visitor is in no class.</summary>
    public Task TransferAsync(Guid visitor, Guid account, CancellationToken ct) => Task.CompletedTask;

    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct) =>
        await archive.AddJsonAsync("classes.json", new
        {
            Classes = await db.Memberships.AsNoTracking().Where(m => m.UserId == account).Select(m => new { m.Class.Name, m.Role, m.LeftAt }).ToListAsync(ct),
        }, ct);

    public Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Rows that hang on the account go with it.</summary>
    public Task DeleteAsync(Guid account, CancellationToken ct) => Task.CompletedTask;
}
