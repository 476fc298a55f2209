using System.Text.Json;
using AngleSharp.Html.Parser;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Content;
using Xunit.Abstractions;

namespace InterviewPrep.Tests.Content;

/// <summary>Markdown of teachers: whatever is typed, nothing acts, nothing calls out, nothing breaks.</summary>
public sealed class RestrictedMarkdownTests(ITestOutputHelper output)
{
    private static readonly HashSet<string> Elements =
        ["html", "head", "body", "p", "h3", "h4", "h5", "h6", "em", "strong", "del", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "a", "table", "thead", "tbody", "tr", "th", "td", "section"];

    private static readonly Dictionary<string, string[]> Attributes = new() { ["a"] = ["href", "rel", "title"], ["ol"] = ["start"], ["p"] = ["class"] };

    [Theory]
    [InlineData("**重点**和~~删去~~", "<p><strong>重点</strong>和<del>删去</del></p>")]
    [InlineData("# 大标题", "<h3>大标题</h3>")]
    [InlineData("第一行\n第二行", "<p>第一行<br />\n第二行</p>")]
    [InlineData("[网站](https://example.cn/a?b=1&c=2 \"说明\")", "<p><a href=\"https://example.cn/a?b=1&amp;c=2\" rel=\"noopener nofollow\" title=\"说明\">网站</a></p>")]
    [InlineData("[本站](/lessons)", "<p><a href=\"/lessons\" rel=\"noopener nofollow\">本站</a></p>")]
    [InlineData("[坏](javascript:alert(1))", "<p>坏</p>")]
    [InlineData("[坏](//evil.invalid)", "<p>坏</p>")]
    [InlineData("![图](https://evil.invalid/pixel.png)", "<p>图</p>")]
    [InlineData("<b onclick=x>粗</b>", "<p>&lt;b onclick=x&gt;粗&lt;/b&gt;</p>")]
    [InlineData("```html{onclick=x}\n<i>\n```", "<pre><code>&lt;i&gt;\n</code></pre>")]
    public void What_people_write_looks_as_meant_and_the_rest_is_text(string text, string html) =>
        RestrictedMarkdown.Render(text).Should().Be(new RestrictedMarkdown.Result(html + "\n", false));

    [Fact]
    public void A_table_is_a_table_without_styles()
    {
        var html = RestrictedMarkdown.Render("| 点 | 分 |\n|:--|--:|\n| 回应 | 3 |").Html;

        html.Should().Contain("<td>3</td>").And.NotContain("style");
    }

    [Fact]
    public void No_payload_of_any_list_acts()
    {
        var payloads = Payloads().ToList();
        var plain = 0;
        foreach (var payload in payloads)
        {
            var (html, isPlain) = RestrictedMarkdown.Render(payload);
            Check(html, payload);
            if (isPlain) plain++;
        }

        payloads.Count.Should().BeGreaterThanOrEqualTo(Repository.Corpora is null ? 1_574 + 120 : 10_000);
        output.WriteLine($"{payloads.Count} payloads, 0 active, {plain} shown as plain text");
    }

    /// <summary>Bytes that rendering one text may take on the way.</summary>
    private const long MostMemory = 20_000_000;

    [Fact]
    public void No_shape_costs_more_than_its_share()
    {
        var texts = Shapes().ToList();
        var dearest = 0L;
        RestrictedMarkdown.Render("先热一下");
        foreach (var (name, text) in texts)
        {
            // Memory, and not time: the same on a busy machine.
            var before = GC.GetAllocatedBytesForCurrentThread();
            var (html, _) = RestrictedMarkdown.Render(text);
            var taken = GC.GetAllocatedBytesForCurrentThread() - before;
            dearest = Math.Max(dearest, taken);
            html.Length.Should().BeLessThan(1_000_000, name);
            taken.Should().BeLessThan(MostMemory, name);
        }

        output.WriteLine($"{texts.Count} shapes, the dearest took {dearest / 1_000_000} MB");
    }

    [Fact]
    public void Eight_threads_make_what_one_makes()
    {
        var texts = Own().Take(200).ToList();
        var alone = texts.ConvertAll(t => RestrictedMarkdown.Render(t).Html);

        Parallel.For(0, 8, _ => texts.ConvertAll(t => RestrictedMarkdown.Render(t).Html).Should().Equal(alone));
    }

    private static void Check(string html, string payload)
    {
        var page = new HtmlParser().ParseDocument(html);
        foreach (var element in page.All)
        {
            Elements.Should().Contain(element.LocalName, payload);
            foreach (var attribute in element.Attributes)
                Attributes.GetValueOrDefault(element.LocalName, []).Should().Contain(attribute.Name, payload);
            if (element.GetAttribute("href") is { } address)
                address.Should().MatchRegex("^(?i:https?://|mailto:|/(?![/\\\\]))", payload);
            if (element.LocalName == "p" && element.HasAttribute("class")) element.ClassName.Should().Be("plain");
        }
    }

    private static IEnumerable<string> Own() => Json(Path.Combine(Repository.Root, "tests", "InterviewPrep.Tests", "Support", "Corpora", "markdown-xss.json"), "payload");

    private static IEnumerable<string> Payloads()
    {
        var all = Own().Concat(Json(Path.Combine(Repository.Root, "tests", "InterviewPrep.Tests", "Support", "Corpora", "unicode-and-types.json"), "text"));
        if (Repository.Corpora is not { } shared) return all;
        return all.Concat(Directory.EnumerateFiles(Path.Combine(shared, "xss"), "*.txt").SelectMany(File.ReadLines))
            .Concat(Json(Path.Combine(shared, "xss", "dompurify-expect.json"), "payload"))
            .Concat(JsonDocument.Parse(File.ReadAllText(Path.Combine(shared, "blns", "blns.json"))).RootElement.EnumerateArray().Select(e => e.GetString()!))
            .Concat(Json(Path.Combine(shared, "markdown", "commonmark-examples.json"), "markdown"))
            .Where(p => p.Length > 0);
    }

    private static IEnumerable<(string Name, string Text)> Shapes()
    {
        foreach (var (name, unit) in new[] { ("quotes", "> "), ("bullets", "- "), ("brackets", "["), ("stars", "*"), ("pipes", "|"), ("ticks", "`"), ("links", "[a](b"), ("entities", "&amp;"), ("rules", "- - -\n"), ("underlines", "_a_"), ("angles", "<a ") })
            foreach (var length in new[] { 129, 2_000, RestrictedMarkdown.LongestText }) yield return ($"{name} {length}", string.Concat(Enumerable.Repeat(unit, length / unit.Length)));
        yield return ("ragged table", string.Join('\n', Enumerable.Range(1, 150).Select(i => string.Concat(Enumerable.Repeat("a|", i % 2 == 0 ? 150 : 1)))));
        if (Repository.Corpora is not { } shared) yield break;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(shared, "own", "markdown-pathological"), "*.md"))
        {
            var text = File.ReadAllText(file);
            yield return (Path.GetFileName(file), text);
            if (text.Length > RestrictedMarkdown.LongestText) yield return (Path.GetFileName(file) + ", cut", text[..RestrictedMarkdown.LongestText]);
        }
    }

    private static IEnumerable<string> Json(string file, string property)
    {
        foreach (var element in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray())
        {
            if (element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String && Read(value) is { } text) yield return text;
        }
    }

    // Half a surrogate pair cannot be read from JSON.
    private static string? Read(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
