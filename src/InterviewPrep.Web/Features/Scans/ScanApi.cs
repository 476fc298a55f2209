using System.Security.Claims;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Handwriting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Scans;

/// <summary><c>POST /api/scans</c>: one photographed page; <c>GET /scans/{id}/image</c>: the stored picture.</summary>
public static class ScanApi
{
    private sealed record Kept(Guid Id, string Outcome, string? Question, string? Title, string Seat, int Page);

    public static IServiceCollection AddScans(this IServiceCollection services) =>
        services.AddScoped<ScanPeople>().AddScoped<PaperHandIn>().AddScoped<ScanFiling>();

    public static void MapScans(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/scans", StoreAsync).RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(ScanPicture.LargestFile + 1024 * 1024)).RequireAntiforgeryToken();
        routes.MapGet("/scans/{id:guid}/image", ImageAsync).RequireAuthorization();
    }

    private static async Task<IResult> StoreAsync([FromForm] IFormFile? photo, [FromForm] string? code, ScanFiling filing, AppDb db, CurrentPerson person, CancellationToken ct)
    {
        if (photo is null) return Problem(400, "没有收到照片。");
        if (await filing.RefusalAsync(ct) is { } full) return Problem(409, full);
        await using var stream = photo.OpenReadStream();
        var (picture, status, reason) = await ScanPicture.ReadAsync(stream, ct);
        if (picture is null) return Problem(status, reason);
        var (outcome, page, _) = await filing.StoreAsync(picture, code, ct);
        var question = page.Answer?.Question;
        return Results.Ok(new Kept(page.Id, outcome.ToString(), question?.Slug, question?.Title, await SeatAsync(db, page, person, ct), page.Number));
    }

    /// <summary>抽签号 of the learner for whom somebody else sent the page; never a name.</summary>
    private static async Task<string> SeatAsync(AppDb db, ScanPage page, CurrentPerson person, CancellationToken ct) =>
        page.Answer is { AttemptId: { } attempt } answer && answer.OwnerId != person.Id
            ? Assignments.CandidateNumber.Format(await db.Attempts.Where(a => a.Id == attempt).Select(a => a.CandidateNumber).SingleAsync(ct)) : "";

    private static async Task<IResult> ImageAsync(Guid id, AppDb db, CurrentPerson person, ClaimsPrincipal user, ScanFolder folder, HttpContext context, CancellationToken ct)
    {
        if (!await db.ScanPages.VisibleTo(person.Id, user.IsInRole(Roles.Administrator)).AnyAsync(p => p.Id == id, ct) || !File.Exists(folder.PathOf(id))) return Results.NotFound();
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(folder.PathOf(id), "image/jpeg", lastModified: File.GetLastWriteTimeUtc(folder.PathOf(id)));
    }

    private static IResult Problem(int status, string title) => Results.Problem(statusCode: status, title: title);
}
