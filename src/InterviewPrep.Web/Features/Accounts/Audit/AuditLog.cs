using System.Diagnostics;
using System.Text;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Site;
using InterviewPrep.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InterviewPrep.Web.Features.Accounts.Audit;

/// <summary>Writes the audit log: into the store, and as a line of the program's log, where people with accounts cannot reach it.</summary>
public sealed partial class AuditLog(AppDb db, IHttpContextAccessor accessor, TimeProvider time, ILogger<AuditLog> logger)
{
    /// <summary>Adds a line that is saved together with what it tells of, by the caller's next save.</summary>
    /// <param name="subject">The account that it is done to, where that is not the actor.</param>
    /// <param name="actor">Who acts, where that is not who is signed in.</param>
    /// <param name="address">From where, for what outlives its request.</param>
    public void Add(string what, Guid? subject = null, string detail = "", Guid? actor = null, string address = "")
    {
        var context = accessor.HttpContext;
        var by = actor ?? context?.User.ImpersonatorOrSelfId();
        var entry = new AuditEntry(what, by, subject, Plain(detail), context is null ? address : ClientAddress.Of(context), Activity.Current?.TraceId.ToString() ?? "", time.GetUtcNow());
        db.Add(entry);
        LogLine(what, by, subject, entry.Detail, entry.Address, entry.TraceId);
    }

    /// <summary>Adds a line and saves it.</summary>
    public async Task WriteAsync(string what, Guid? subject = null, string detail = "", Guid? actor = null, string address = "", CancellationToken ct = default)
    {
        Add(what, subject, detail, actor, address);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Removes lines whose time is over.</summary>
    public Task SweepAsync(CancellationToken ct)
    {
        var oldest = time.GetUtcNow() - AuditEntry.Kept;
        return db.AuditEntries.Where(e => e.At < oldest).ExecuteDeleteAsync(ct);
    }

    // Line breaks are replaced, so that an entry cannot forge another one.
    private static string Plain(string detail) =>
        Excerpt.Start(string.Concat(detail.EnumerateRunes().Select(r => Rune.IsControl(r) ? " " : r.ToString())), AuditEntry.LongestDetail);

    [LoggerMessage(Level = LogLevel.Information, Message = "Audit {What} by {Actor} on {Subject} ({Detail}) from {Address}, trace {Trace}")]
    private partial void LogLine(string what, Guid? actor, Guid? subject, string detail, string address, string trace);
}

/// <summary>Lets no code change or remove a line of the audit log.</summary>
public sealed class AuditIsAppendOnly : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContextEventData data)
    {
        if (data.Context!.ChangeTracker.Entries<AuditEntry>().Any(e => e.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("A line of the audit log is never changed.");
    }
}
