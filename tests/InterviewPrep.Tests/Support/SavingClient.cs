using System.Net;
using System.Text.Json;

namespace InterviewPrep.Tests.Support;

/// <summary>A learner's browser as far as the server sees it: one draft, and one save after the other, each with a sentence more.</summary>
public sealed class SavingClient(Uri site, string name) : IDisposable
{
    private readonly Visitor visitor = new(site);
    private readonly List<string> sentences = [];
    private string token = "", path = "";

    public string Name { get; } = name;

    /// <summary>The draft's id in the store.</summary>
    public Guid Draft { get; private set; }

    /// <summary>Sentences and revisions that the server has acknowledged, in order.</summary>
    public List<(int Revision, int Sentences)> Acknowledged { get; } = [];

    public int Revision => Acknowledged.Count == 0 ? 0 : Acknowledged[^1].Revision;

    public string Text => string.Concat(sentences);

    /// <summary>Opens the practice page, once.</summary>
    public async Task OpenAsync()
    {
        var page = await visitor.GetAsync($"/practice/{People.Question}");
        token = page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        path = $"/api/drafts/{page.DraftId()}";
        Draft = Guid.Parse(page.DraftId().Split('~')[^1]);
    }

    /// <summary>Writes one sentence more.</summary>
    public void Write() => sentences.Add($"{Name}写的第{sentences.Count + 1}句。");

    /// <summary>Sends what is written; an acknowledgement is noted before this returns.</summary>
    /// <param name="begin">True to have the text before kept as a version.</param>
    public async Task<HttpStatusCode> SaveAsync(CancellationToken ct, bool begin = false)
    {
        var written = sentences.Count;
        using var request = new HttpRequestMessage(HttpMethod.Put, path)
        {
            Content = new StringContent(JsonSerializer.Serialize(new { baseRevision = Revision, begin, sections = new { attitude = Text } }), System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("RequestVerificationToken", token);
        using var response = await visitor.Client.SendAsync(request, ct);
        var body = await response.Content.ReadAsStringAsync(ct);
        if (response.IsSuccessStatusCode) Acknowledged.Add((JsonDocument.Parse(body).RootElement.GetProperty("revision").GetInt32(), written));
        return response.StatusCode;
    }

    /// <summary>Sends again what was sent without an answer; nothing where all is acknowledged.</summary>
    public async Task<HttpStatusCode> SaveAgainAsync(CancellationToken ct) =>
        sentences.Count == 0 || (Acknowledged.Count > 0 && Acknowledged[^1].Sentences == sentences.Count) ? HttpStatusCode.OK : await SaveAsync(ct);

    /// <summary>What the server has of the draft.</summary>
    public async Task<(int Revision, string Text)> ReadAsync(CancellationToken ct)
    {
        using var response = await visitor.Client.GetAsync(new Uri($"/api/drafts/{Draft}", UriKind.Relative), ct);
        if (response.StatusCode == HttpStatusCode.NotFound) return (0, "");
        var json = JsonDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(ct)).RootElement;
        return (json.GetProperty("revision").GetInt32(), json.GetProperty("sections").GetProperty("attitude").GetString()!);
    }

    /// <summary>The text up to a number of sentences.</summary>
    public string UpTo(int count) => string.Concat(sentences.Take(count));

    public void Dispose() => visitor.Dispose();
}
