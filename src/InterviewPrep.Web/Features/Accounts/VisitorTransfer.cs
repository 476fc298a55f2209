using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.SignIn;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Hands what somebody kept before signing in to the account.</summary>
public sealed class VisitorTransfer(AppDb db, IEnumerable<IPersonalData> kept)
{
    /// <summary>Each conflict means that another request made progress, so a few tries are enough.</summary>
    private const int MostTries = 5;

    /// <summary>Claims everything in one transaction; a second claim of the same visitor finds nothing and changes nothing.</summary>
    public async Task RunAsync(Guid visitor, Guid account, CancellationToken ct)
    {
        await db.RetryOnConflictAsync(MostTries, async () =>
        {
            foreach (var part in kept) await part.TransferAsync(visitor, account, ct);
            return await db.SaveChangesAsync(ct);
        });
    }
}

public static class VisitorTransferSetup
{
    /// <summary>
    /// Claims with the first request that carries both a session and a visitor's cookie, by whichever way the session began,
    /// and takes the cookie back.
    /// </summary>
    public static IApplicationBuilder UseVisitorTransfer(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var person = context.RequestServices.GetRequiredService<CurrentPerson>();
        if (person is { IsSignedIn: true, IsImpersonating: false, Id: { } account, VisitorId: { } visitor } && !context.IsForEverybody())
        {
            await context.RequestServices.GetRequiredService<VisitorTransfer>().RunAsync(visitor, account, context.RequestAborted);
            person.ForgetVisitor();
        }
        await next(context);
    });
}
