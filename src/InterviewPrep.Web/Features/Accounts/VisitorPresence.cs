using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.SignIn;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Notes once a day that a visitor came back, so that <see cref="VisitorSweep"/> removes only what nobody comes back for.</summary>
public sealed partial class VisitorPresence(AppDb db, CurrentPerson person, TimeProvider time, ILogger<VisitorPresence> logger)
{
    /// <summary>Notes it where the visitor's cookie is of an earlier day. A page that is only read must not fail by this.</summary>
    public async Task NoteAsync(CancellationToken ct)
    {
        if (person.VisitorDue is not { } visitor) return;
        var now = time.GetUtcNow();
        try
        {
            if (await db.KnownVisitors.Where(v => v.Id == visitor).ExecuteUpdateAsync(set => set.SetProperty(v => v.SeenAt, now), ct) == 0)
            {
                db.Add(new KnownVisitor(visitor, now));
                await db.SaveChangesAsync(ct);
            }
            person.RenewVisitor();
        }
        catch (DbUpdateException e) when (db.IsUniqueViolation(e))
        {
            // Another tab noted it at the same moment.
            db.ChangeTracker.Clear();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            db.ChangeTracker.Clear();
            LogFailed(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The visit of a visitor could not be noted; tried again with the next page")]
    private partial void LogFailed(Exception exception);
}

public static class VisitorPresenceSetup
{
    public static IApplicationBuilder UseVisitorPresence(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!context.IsForEverybody()) await context.RequestServices.GetRequiredService<VisitorPresence>().NoteAsync(context.RequestAborted);
        await next(context);
    });
}
