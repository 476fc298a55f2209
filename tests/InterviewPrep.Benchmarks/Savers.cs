using System.Text.Json;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Benchmarks;

/// <summary>Clients that save a growing answer, each the next revision as soon as the last is acknowledged.</summary>
/// <param name="path">Where a client saves, before its id.</param>
/// <param name="headers">The same for all; a real client has its own.</param>
internal sealed class Savers(Uri site, string path, string headers)
{
    private const int Sentences = 12;
    private const string Sentence = "我会第一时间赶到现场，安抚居民的情绪，把大家的诉求记下来，三个工作日内给出答复。";

    private readonly List<Client> clients = [.. Enumerable.Range(0, Load.Connections).Select(n => new Client($"{path}{n}", headers))];

    private sealed record Client(string Path, string Headers)
    {
        public int Revision { get; set; }

        public int Saves { get; set; }
    }

    /// <summary>Visitors of the site, each with a draft of their own.</summary>
    public static async Task<Savers> OpenAsync(Uri site)
    {
        var savers = new Savers(site, "", "");
        for (var n = 0; n < Load.Connections; n++)
        {
            using var visitor = new Visitor(site);
            var page = await visitor.GetAsync("/practice/bus-stop-cut-notice");
            savers.clients[n] = new Client($"/api/drafts/{page.DraftId()}",
                $"RequestVerificationToken: {page.One("input[name=__RequestVerificationToken]").GetAttribute("value")}\r\nCookie: {string.Join("; ", visitor.Cookies.Select(c => $"{c.Name}={c.Value}"))}\r\n");
        }
        return savers;
    }

    public Load.Result Run() => Load.Run(TimeSpan.FromSeconds(3), n =>
    {
        var connection = new RawConnection(site, (byte)(n + 1));
        return (() => Save(clients[n], connection), connection);
    });

    private void Save(Client client, RawConnection connection)
    {
        var text = $"{string.Concat(Enumerable.Repeat(Sentence, client.Saves % Sentences + 1))}{client.Saves++}";
        var body = JsonSerializer.Serialize(new { baseRevision = client.Revision, sections = new { attitude = text } });
        var (status, answer) = connection.Send(RawConnection.Request(site, "PUT", client.Path, client.Headers, body), readsBody: true);
        if (status != 200) throw new InvalidOperationException($"a save answered {status}: {answer}");
        client.Revision = ReadRevision(answer);
    }

    private static int ReadRevision(string answer)
    {
        // The answer may come in chunks; the object is all that matters.
        using var json = JsonDocument.Parse(answer[answer.IndexOf('{')..(answer.LastIndexOf('}') + 1)]);
        var revision = json.RootElement.GetProperty("revision");
        return revision.ValueKind == JsonValueKind.Number ? revision.GetInt32() : int.Parse(revision.GetString()!, System.Globalization.CultureInfo.InvariantCulture);
    }
}
