using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>What pages ask for by script: the autosave, one's own drafts, and who one is.</summary>
public static class DraftApi
{
    private const int RetrySeconds = 5;

    private sealed record Saved(int Revision, DateTime SavedAt);

    /// <param name="Kept">After a conflict: false where the text that was sent is not kept on the server.</param>
    private sealed record Stored(string Title, int Revision, DateTime SavedAt, DraftText Sections, bool Kept = true);

    private sealed record Row(Guid Id, string Slug, int Revision, bool Finished);

    private sealed record Session(string Token, string Owner, bool SignedIn, DateTime Now);

    public static void MapDraftApi(this IEndpointRouteBuilder routes)
    {
        // The token is bound to the account, so a page that outlived its session is told so, and asks for a new one.
        routes.MapPut("/api/drafts/{id}", SaveAsync).AllowAnonymous().RequireAntiforgeryToken();
        routes.MapGet("/api/drafts/{id}", ReadAsync).AllowAnonymous();
        routes.MapGet("/api/drafts", ListAsync).AllowAnonymous();
        routes.MapGet("/api/session", Identify).AllowAnonymous();
    }

    private static async Task<IResult> SaveAsync(
        string id, HttpContext context, GroupCommit commit, CurrentPerson person, CancellationToken ct)
    {
        if (context.Request.Headers[OwnerHash.Header] is [{ } tag] && tag != OwnerHash.Of(person)) return Problem(401, "现在登录的不是写这份作答的人，没有保存。", "owner");
        if (!DraftKey.TryParse(id, null, out var key) || person.Id is not { } owner) return NotFound();
        var (save, refusal) = await SaveRequest.ReadAsync(context.Request, ct);
        if (save is null) return Problem(refusal!.Status, refusal.Reason);

        // Once it waits with others it is saved, whether the page still listens or not.
        var result = await commit.RunAsync(
            services => services.GetRequiredService<DraftSaving>().SaveAsync(key, owner, save, CancellationToken.None),
            r => r.Outcome is SaveOutcome.StorageFull or SaveOutcome.StorageUnavailable);
        if (result.Outcome is SaveOutcome.StorageFull or SaveOutcome.StorageUnavailable) context.Response.Headers.RetryAfter = $"{RetrySeconds}";
        if (result.Refusal is var (refused, reason)) return Problem(refused, reason);
        return result switch
        {
            { Outcome: SaveOutcome.Saved, Draft: { } draft } => Results.Ok(new Saved(draft.Revision, draft.SavedAt.UtcDateTime)),
            { Outcome: SaveOutcome.Conflict, Draft: { } draft } => Results.Json(
                new Stored(result.IsAsideKept ? "这份作答在别处改过，两份都还在。" : DraftLimits.TooManyAsides, draft.Revision, draft.SavedAt.UtcDateTime, draft.Text, result.IsAsideKept), statusCode: 409),
            _ => NotFound(),
        };
    }

    private static async Task<IResult> ReadAsync(string id, AppDb db, CurrentPerson person, CancellationToken ct) =>
        DraftKey.TryParse(id, null, out var key) && await db.Drafts.AsNoTracking().OwnedBy(person.Id).SingleOrDefaultAsync(d => d.Id == key.Id, ct) is { } draft
            ? Results.Ok(new Stored("", draft.Revision, draft.SavedAt.UtcDateTime, draft.Text)) : NotFound();

    private static async Task<IResult> ListAsync(AppDb db, CurrentPerson person, CancellationToken ct) =>
        Results.Ok(await db.Drafts.AsNoTracking().OwnedBy(person.Id).OrderByDescending(d => d.SavedAt)
            .Select(d => new Row(d.Id, d.Question.Slug, d.Revision, d.FinishedAt != null)).ToListAsync(ct));

    private static IResult Identify(HttpContext context, CurrentPerson person, IAntiforgery antiforgery, TimeProvider time) =>
        Results.Ok(new Session(antiforgery.GetAndStoreTokens(context).RequestToken!, OwnerHash.Of(person), person.IsSignedIn, time.GetUtcNow().UtcDateTime));

    private static IResult NotFound() => Problem(404, "没有这份作答。");

    /// <param name="code">Tells scripts apart what people read in the title.</param>
    private static IResult Problem(int status, string title, string? code = null) =>
        Results.Problem(statusCode: status, title: title, extensions: code is null ? null : [new("code", code)]);
}
