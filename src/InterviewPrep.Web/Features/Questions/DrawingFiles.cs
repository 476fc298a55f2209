using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Questions;

/// <summary><c>/drawings/{hash}.svg</c>: what shipped questions show. Drawings are public, and never change under their hash.</summary>
public static class DrawingFiles
{
    private const string ContentType = "image/svg+xml";

    /// <summary>A drawing opened by itself does nothing and loads nothing; it may have its own style.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    public static string Address(string hash) => $"/drawings/{hash}.svg";

    public static void MapDrawings(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/drawings/{hash}.svg", async (string hash, AppDb db, HttpResponse response, CancellationToken ct) =>
        {
            if (await db.Drawings.AsNoTracking().Where(d => d.Hash == hash).Select(d => d.Svg).SingleOrDefaultAsync(ct) is not { } svg) return Results.NotFound();
            response.Headers.ContentSecurityPolicy = Policy;
            response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Text(svg, ContentType);
        }).AllowAnonymous();
}
