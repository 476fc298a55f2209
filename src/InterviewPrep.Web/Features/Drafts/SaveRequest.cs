using System.Text.Json;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Reads the body of a save: sizes, types and shapes are checked here, before anything is touched.</summary>
internal static class SaveRequest
{
    /// <summary>Largest body, in bytes: four stages of the longest text, three bytes a character, escaped.</summary>
    public const int LargestBody = 512 * 1024;

    private const int LongestStageId = 30;

    private const string TooLong = "内容太长，没有保存。请删短后再试。";

    /// <summary>Why a body is refused.</summary>
    public sealed record Refusal(int Status, string Reason);

    public static async Task<(DraftSave? Save, Refusal? Refusal)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > LargestBody) return Refuse(413, TooLong);
        if (!request.HasJsonContentType()) return Refuse(415, "保存请求的格式不对，应为 JSON。");
        try
        {
            var body = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (int read; (read = await request.Body.ReadAsync(buffer, ct)) > 0;)
            {
                if (body.Length + read > LargestBody) return Refuse(413, TooLong);
                body.Write(buffer, 0, read);
            }
            using var json = JsonDocument.Parse(body.ToArray(), new JsonDocumentOptions { MaxDepth = 8 });
            return Read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Refuse(400, "保存请求读不懂，没有保存；您写的内容还在页面上。");
        }
    }

    private static (DraftSave?, Refusal?) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || Number(root, "baseRevision") is not { } baseRevision || baseRevision < 0
            || !root.TryGetProperty("sections", out var sections) || sections.ValueKind != JsonValueKind.Object
            || sections.EnumerateObject().Any(s => s.Value.ValueKind != JsonValueKind.String))
            return Refuse(400, "保存请求缺少 baseRevision 或 sections，或类型不对。");

        var stages = new Dictionary<string, string>();
        foreach (var section in sections.EnumerateObject())
        {
            if (!IsStageId(section.Name)) return Refuse(400, $"作答里没有「{Excerpt.Start(section.Name, LongestStageId)}」这一步，没有保存；您写的内容还在这里。");
            if (stages.Count >= DraftForm.MostStages) return Refuse(400, DraftForm.TooManyStages);
            stages[section.Name] = section.Value.GetString()!;
        }
        if (DraftForm.Validate(stages) is var (status, reason)) return Refuse(status, reason);
        var begin = root.TryGetProperty("begin", out var flag) && flag.ValueKind == JsonValueKind.True;
        return (new DraftSave(baseRevision, stages, begin, Number(root, "question")), null);
    }

    private static int? Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static bool IsStageId(string name) => name.Length is > 0 and <= LongestStageId && name.All(c => c is >= 'a' and <= 'z');

    private static (DraftSave?, Refusal?) Refuse(int status, string reason) => (null, new Refusal(status, reason));
}
