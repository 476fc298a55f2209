using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>The small calls of the marking desk: who has an answer open, and the comment bank. Without JavaScript the pages do without them.</summary>
public static class MarkingApi
{
    private const int MostFound = 12;

    private sealed record Held(string? By, int Revision);

    private sealed record Found(int Id, string Text, int Uses);

    public static void MapMarkingApi(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/marking/{submissionId:guid}/claim", LockAsync).RequireAuthorization().RequireAntiforgeryToken();
        routes.MapPost("/api/marking/{submissionId:guid}/let-go", UnlockAsync).RequireAuthorization().RequireAntiforgeryToken();
        routes.MapGet("/api/marking/bank", FindAsync).RequireAuthorization();
        routes.MapPost("/api/marking/bank/{id:int}/remove", RemoveAsync).RequireAuthorization().RequireAntiforgeryToken();
    }

    /// <summary>Keeps the answer claimed, and tells who has it and which revision stands.</summary>
    private static async Task<IResult> LockAsync(Guid submissionId, HttpContext context, AppDb db, TimeProvider time, CancellationToken ct)
    {
        var marker = Marker.Of(context.User);
        if (!await db.Submissions.MarkedBy(marker).AnyAsync(s => s.Id == submissionId, ct)) return Results.NotFound();
        var now = time.GetUtcNow();
        var held = await db.LockAsync(submissionId, marker.Id, now, ct);
        var other = held.ById != marker.Id && now < held.Until ? await db.Users.Where(u => u.Id == held.ById).Select(u => u.DisplayName).SingleOrDefaultAsync(ct) : null;
        return Results.Ok(new Held(other, await db.Marks.Where(m => m.SubmissionId == submissionId).Select(m => m.Revision).SingleOrDefaultAsync(ct)));
    }

    private static async Task<IResult> UnlockAsync(Guid submissionId, HttpContext context, AppDb db, TimeProvider time, CancellationToken ct)
    {
        var marker = Marker.Of(context.User);
        if (!await db.Submissions.MarkedBy(marker).AnyAsync(s => s.Id == submissionId, ct)) return Results.NotFound();
        var (me, now) = (marker.Id, time.GetUtcNow());
        await db.MarkingLocks.Where(c => c.SubmissionId == submissionId && c.ById == me).ExecuteUpdateAsync(c => c.SetProperty(x => x.Until, now), ct);
        return Results.NoContent();
    }

    /// <summary>One's own comments that hold the words, or begin with the pinyin initials, that were typed.</summary>
    private static async Task<IResult> FindAsync(string? q, HttpContext context, AppDb db, CancellationToken ct) =>
        Results.Ok((await db.BankAsync(Marker.Of(context.User).Id, q, MostFound, ct)).Select(c => new Found(c.Id, c.Text, c.Uses)));

    /// <summary>Throws an entry out of one's own bank; using the same words again brings it back.</summary>
    private static async Task<IResult> RemoveAsync(int id, HttpContext context, AppDb db, TimeProvider time, CancellationToken ct)
    {
        var me = Marker.Of(context.User).Id;
        if (await db.BankComments.SingleOrDefaultAsync(c => c.Id == id && c.OwnerId == me, ct) is not { } entry) return Results.NotFound();
        entry.Remove(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Results.NoContent();
    }
}
