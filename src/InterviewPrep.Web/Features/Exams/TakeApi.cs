using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Exams;

/// <summary><c>PUT /api/sittings/{id}/takes/{take}/{slice}</c>: a slice of a recording; <c>GET /sittings/{id}/takes/{take}</c>: the recording, also in parts.</summary>
public static class TakeApi
{
    private sealed record Kept(int Next);

    public static void MapExams(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/sittings/{id:guid}/takes/{take:guid}/{slice:int}", AppendAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(ExamTake.LargestSlice + 1024)).RequireAntiforgeryToken();
        routes.MapGet("/sittings/{id:guid}/takes/{take:guid}", ReadAsync).AllowAnonymous();
    }

    private static async Task<IResult> AppendAsync(Guid id, Guid take, int slice, [FromQuery] int question, HttpRequest request, AppDb db, TakeKeeping keeping, CurrentPerson person, CancellationToken ct)
    {
        if (request.ContentLength > ExamTake.LargestSlice) return Problem(413, "这一段太大了，没有保存。");
        var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, ct)) > 0;)
        {
            if (bytes.Length + read > ExamTake.LargestSlice) return Problem(413, "这一段太大了，没有保存。");
            bytes.Write(buffer, 0, read);
        }
        // Two pages that send the same slice at once: the second looks again at what the first has left.
        var result = await db.RetryOnConflictAsync(3, () => keeping.AppendAsync(id, take, question, slice, person.Id, bytes.ToArray(), ct));
        return result.Status == 200 ? Results.Ok(new Kept(result.Next)) : Results.Problem(statusCode: result.Status, title: result.Reason, extensions: [new("next", result.Next)]);
    }

    private static async Task<IResult> ReadAsync(Guid id, Guid take, AppDb db, TakeFolder folder, CurrentPerson person, HttpContext context, CancellationToken ct)
    {
        var me = person.Id;
        var found = await db.ExamTakes.AsNoTracking().SingleOrDefaultAsync(t => t.Id == take && t.SittingId == id && t.Sitting.OwnerId == me, ct);
        if (found is null || !File.Exists(folder.PathOf(take))) return Results.NotFound();
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(folder.PathOf(take), SoundTypes.MediaType(found.Type), enableRangeProcessing: true);
    }

    private static IResult Problem(int status, string title) => Results.Problem(statusCode: status, title: title);
}
