using System.Net;
using System.Text.Json;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Tests.Features.Drafts;

/// <summary>What a learner writes is plain text and stays text: every odd string comes back as typed, or is refused by name.</summary>
public sealed class PlainTextTests(App app) : IClassFixture<App>
{
    private static readonly string[] Stages = ["attitude", "action", "longterm", "closing"];

    private static IEnumerable<string> Strings(string file, string property) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "InterviewPrep.Tests", "Support", "Corpora", file)))
            .RootElement.EnumerateArray().Select(e => Value(e.GetProperty(property))).OfType<string>();

    // Half a surrogate pair cannot be told to System.Text.Json, so it cannot be sent either.
    private static string? Value(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    [Theory]
    [InlineData("unicode-and-types.json", "text", 120)]
    [InlineData("markdown-xss.json", "payload", 1574)]
    public async Task Every_string_comes_back_as_typed(string file, string property, int atLeast)
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop?fresh=true");
        var path = $"/api/drafts/{page.DraftId()}";
        var strings = Strings(file, property).ToLookup(t => ForbiddenCharacters.Find(t) is null && t.Length <= DraftText.LongestStage);

        foreach (var text in strings[false])
        {
            var answer = await visitor.PutAsync(path, Body(0, [text]), page);
            answer.Status.Should().BeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge);
        }
        var revision = 0;
        foreach (var texts in strings[true].Chunk(Stages.Length))
        {
            var answer = await visitor.PutAsync(path, Body(revision, texts), page);
            answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
            revision = answer.Json.GetProperty("revision").GetInt32();
            await ShouldShowAsync(visitor, page.DraftId().Split('~')[1], texts);
        }

        strings[true].Count().Should().BeGreaterThan(strings[false].Count() * 5);
        strings.Sum(s => s.Count()).Should().BeGreaterThanOrEqualTo(atLeast);
    }

    [Fact]
    public async Task What_holds_a_NUL_is_refused_by_name_and_stands_there_still()
    {
        using var visitor = app.NewVisitor();

        var answer = await visitor.WriteAsync("前半句\0后半句");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.TextOf("[role=alert]").Should().Contain("U+0001", "the form reader would refuse U+0000, and the whole form with it");
        answer.One("#s-attitude").TextContent.Should().StartWith("前半句").And.EndWith("后半句");
    }

    [Fact]
    public async Task A_NUL_is_found_wherever_the_form_is_cut_on_its_way()
    {
        using var visitor = app.NewVisitor();
        // One after each character: %00 lies across whatever boundary the server reads at.
        var text = string.Concat(Enumerable.Repeat("答\0", 4_000));

        var answer = await visitor.WriteAsync(text);

        answer.TextOf("[role=alert]").Should().Contain("U+0001");
        answer.One("#s-attitude").TextContent.Should().Be(text.Replace('\0', '\u0001'));
    }

    private static string Body(int baseRevision, string[] texts) =>
        JsonSerializer.Serialize(new { baseRevision, sections = texts.Zip(Stages).ToDictionary(t => t.Second, t => t.First) });

    private static async Task ShouldShowAsync(Visitor visitor, string id, string[] texts)
    {
        var form = await visitor.GetAsync($"/practice/bus-stop?draft={id}");
        var reading = (await visitor.GetAsync($"/drafts/{id}")).Page.QuerySelectorAll(".section .plain");
        for (var i = 0; i < texts.Length; i++)
        {
            var expected = texts[i].Replace("\r\n", "\n").Replace('\r', '\n');
            foreach (var shown in new[] { form.One($"#s-{Stages[i]}"), reading[i] })
            {
                shown.TextContent.Should().Be(expected, "that is what was typed");
                shown.QuerySelectorAll("*").Should().BeEmpty("it is text, not markup");
            }
        }
    }
}
