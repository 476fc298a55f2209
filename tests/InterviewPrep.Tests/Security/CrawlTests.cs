using System.IO.Compression;
using System.Text;
using InterviewPrep.Tests.Support;
using Xunit.Abstractions;

namespace InterviewPrep.Tests.Security;

/// <summary>Two classes with words of their own: whatever somebody of one opens or downloads, no byte of it is the other's.</summary>
public sealed class CrawlTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private const int MostPages = 150;

    private static readonly string[] Words = ["鹤望兰", "鸢尾花"];

    [Fact]
    public async Task Nothing_that_one_class_can_open_holds_a_word_of_the_other()
    {
        var rooms = new List<Classroom>();
        foreach (var word in Words)
        {
            var room = await Classroom.NewAsync(app);
            rooms.Add(room);
            var assignment = await room.AssignAsync(p => p with { Title = $"{word}作业", Note = word });
            foreach (var learner in new[] { room.AId, room.BId }) await room.AnswerAsync(assignment, learner, $"{word}，{Support.People.Words}");
            await room.MarkAllAsync(assignment, 0.7, $"{word}这里要具体。");
            await room.ReleaseAsync(assignment);
            await room.A.SubmitAsync(await room.A.GetAsync("/account"), "main form", ("displayName", $"{word}学员"), ("school", $"{word}大学"));
        }

        for (var i = 0; i < rooms.Count; i++)
        {
            foreach (var (name, visitor) in new[] { ("teacher", rooms[i].Teacher), ("assistant", rooms[i].Assistant), ("learner", rooms[i].A) })
            {
                var (pages, own) = await CrawlAsync(visitor, Words[i], Words[1 - i]);
                output.WriteLine($"{name} of class {i + 1}: {pages} pages and files, {own} with a word of the own class, 0 with one of the other's");
                own.Should().BeGreaterThan(3);
            }
        }
    }

    private async Task<(int Pages, int Own)> CrawlAsync(Visitor visitor, string word, string foreign)
    {
        var (waiting, known, own, pages) = (new Queue<string>(["/", "/classes", "/assignments", "/feedback", "/drafts", "/account"]), new HashSet<string>(), 0, 0);
        while (waiting.TryDequeue(out var path) && pages < MostPages)
        {
            using var response = await visitor.Client.GetAsync(new Uri(app.Address, path));
            var text = Text(await response.Content.ReadAsByteArrayAsync()) + Uri.UnescapeDataString(response.Headers + response.Content.Headers.ToString());
            pages++;
            text.Should().NotContain(foreign, path);
            if (text.Contains(word, StringComparison.Ordinal)) own++;
            if (response.Content.Headers.ContentType?.MediaType != "text/html") continue;
            foreach (var link in new Answer(response.StatusCode, new Uri(app.Address, path), text, response).Page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
            {
                // Lessons and questions of the site are everybody's, and many.
                if (!link.StartsWith("/lessons/", StringComparison.Ordinal) && !link.StartsWith("/questions", StringComparison.Ordinal) && known.Add(link)) waiting.Enqueue(link);
            }
        }
        return (pages, own);
    }

    // Documents, workbooks and archives are looked into, however deep.
    private static string Text(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8)) return Encoding.UTF8.GetString(bytes);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var stream = new MemoryStream();
            using (var open = entry.Open()) open.CopyTo(stream);
            text.Append(entry.FullName).Append(Text(stream.ToArray()));
        }
        return text.ToString();
    }
}
