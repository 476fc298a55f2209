using System.Text.Json;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Antiforgery;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary><c>PUT /api/drafts/{id}</c>: the autosave.</summary>
public static class DraftApi
{
    /// <summary>Largest body, in bytes: four stages of the longest text, three bytes a character, escaped.</summary>
    private const int LargestBody = 512 * 1024;

    private sealed record Saved(int Revision, DateTime SavedAt);

    private sealed record Stored(string Title, int Revision, DateTime SavedAt, DraftText Sections);

    public static void MapDraftApi(this IEndpointRouteBuilder routes) => routes.MapPut("/api/drafts/{id}", SaveAsync).AllowAnonymous();

    private static async Task<IResult> SaveAsync(
        string id, HttpContext context, DraftSaving saving, CurrentPerson person, IAntiforgery antiforgery, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Problem(400, "页面已过期，请刷新后再保存；您写的内容还在页面上。");
        if (!DraftKey.TryParse(id, null, out var key) || person.Id is not { } owner) return Problem(404, "没有这份作答。");
        if (context.Request.ContentLength > LargestBody) return Problem(413, "内容太长，没有保存。请删短后再试。");
        if (!context.Request.HasJsonContentType()) return Problem(415, "保存请求的格式不对，应为 JSON。");
        var (save, error) = await ReadAsync(context.Request, ct);
        if (save is null) return error!;

        var result = await saving.SaveAsync(key, owner, save.BaseRevision, save.Sections, ct);
        return result switch
        {
            { Outcome: SaveOutcome.Saved, Draft: { } draft } => Results.Ok(new Saved(draft.Revision, draft.SavedAt.UtcDateTime)),
            { Outcome: SaveOutcome.Conflict, Draft: { } draft } => Results.Json(
                new Stored("这份作答在别处改过，两份都还在。", draft.Revision, draft.SavedAt.UtcDateTime, draft.Text), statusCode: 409),
            _ => Problem(404, "没有这份作答。"),
        };
    }

    private sealed record Save(int BaseRevision, Dictionary<string, string> Sections);

    private static async Task<(Save? Save, IResult? Error)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            var body = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (int read; (read = await request.Body.ReadAsync(buffer, ct)) > 0;)
            {
                if (body.Length + read > LargestBody) return (null, Problem(413, "内容太长，没有保存。请删短后再试。"));
                body.Write(buffer, 0, read);
            }
            using var json = JsonDocument.Parse(body.ToArray(), new JsonDocumentOptions { MaxDepth = 8 });
            return Read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, Problem(400, "保存请求读不懂，没有保存；您写的内容还在页面上。"));
        }
    }

    private static (Save? Save, IResult? Error) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("baseRevision", out var revision) || revision.ValueKind != JsonValueKind.Number || !revision.TryGetInt32(out var baseRevision) || baseRevision < 0
            || !root.TryGetProperty("sections", out var sections) || sections.ValueKind != JsonValueKind.Object
            || sections.EnumerateObject().Any(s => s.Value.ValueKind != JsonValueKind.String))
            return (null, Problem(400, "保存请求缺少 baseRevision 或 sections，或类型不对。"));

        var stages = new Dictionary<string, string>();
        foreach (var section in sections.EnumerateObject())
        {
            if (!IsStageId(section.Name) || stages.Count >= DraftForm.MostStages) return (null, Problem(400, "作答里没有这一栏。"));
            stages[section.Name] = section.Value.GetString()!;
        }
        return DraftForm.Refuse(stages) is var (status, reason) ? (null, Problem(status, reason)) : (new Save(baseRevision, stages), null);
    }

    private static bool IsStageId(string name) => name.Length is > 0 and <= 30 && name.All(c => c is >= 'a' and <= 'z');

    private static IResult Problem(int status, string title) => Results.Problem(statusCode: status, title: title);
}
