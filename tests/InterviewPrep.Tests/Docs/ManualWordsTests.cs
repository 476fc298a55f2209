using System.Text.RegularExpressions;
using AngleSharp.Dom;
using InterviewPrep.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Docs;

/// <summary>
/// A section of a manual names, in a comment under its heading, the pages that it speaks of; each quoted word of the section stands on one of them. A word
/// that shows only in another state of the page stands in the page's own source, in the sources beside it or in a script.
/// </summary>
public sealed partial class ManualWordsTests(App app) : IClassFixture<App>
{
    private static readonly string Source = Path.Combine(Repository.Root, "src", "InterviewPrep.Web");

    private readonly Dictionary<string, Visitor> people = [];

    [Fact]
    public async Task Every_quoted_word_stands_on_a_page_that_its_section_names()
    {
        var school = await SchoolWithEverything.NewAsync(app);
        var lost = new List<string>();
        foreach (var guide in new[] { "teaching.md", "learning.md", "printing.md", "running.md" })
        {
            foreach (var (heading, text) in Sections(guide))
            {
                var words = Quoted().Matches(text).SelectMany(m => Number().Split(m.Groups[1].Value)).Where(w => w.Length > 0).Distinct().ToList();
                if (words.Count == 0) continue;
                var pages = Pages().Match(text).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var shown = new List<string>();
                foreach (var page in pages) shown.AddRange(await ShownAsync(school, page));
                lost.AddRange(words.Where(w => !shown.Any(s => s.Contains(w, StringComparison.Ordinal))).Select(w => $"{guide}, {heading}: {w}"));
            }
        }
        foreach (var visitor in people.Values) visitor.Dispose();

        lost.Should().BeEmpty();
    }

    private static IEnumerable<(string Heading, string Text)> Sections(string guide) =>
        Heading().Split(File.ReadAllText(Path.Combine(Repository.Root, "docs", "guide", guide))).Skip(1).Select(s => (s.Split('\n')[0], s));

    /// <summary>What a page shows to each who may see it, and its sources.</summary>
    private async Task<List<string>> ShownAsync(SchoolWithEverything school, string address)
    {
        var row = RouteTable.Read().FirstOrDefault(r => r.Route.StartsWith("GET ", StringComparison.Ordinal) && r.Example == address);
        row.Should().NotBeNull("{0} is an example of docs/authorization.md", address);
        var shown = new List<string>();
        foreach (var actor in RouteTable.Actors.Where(a => row!.Answers[Array.IndexOf(RouteTable.Actors, a)] == "200"))
        {
            var answer = await (await VisitorAsync(school, actor)).GetAsync(school.Things.Aggregate(address, (text, thing) => text.Replace($"{{{thing.Key}}}", thing.Value, StringComparison.Ordinal)));
            shown.Add(string.Join('\n', answer.Page.QuerySelectorAll("*").SelectMany(e => e.Attributes.Select(a => a.Value)).Append(answer.Page.Body!.TextContent)));
        }
        shown.AddRange(Sources(row!.Route["GET ".Length..]));
        return shown;
    }

    private async Task<Visitor> VisitorAsync(SchoolWithEverything school, string actor)
    {
        if (people.TryGetValue(actor, out var known)) return known;
        var visitor = people[actor] = app.NewVisitor();
        if (actor != "visitor") await visitor.SignInAsync(school.Names[actor]);
        return visitor;
    }

    private IEnumerable<string> Sources(string pattern)
    {
        var page = app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => "/" + e.RoutePattern.RawText!.TrimStart('/') == pattern).Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()).First(d => d is not null)!;
        var folder = Path.Combine(Source, Path.GetDirectoryName(page.RelativePath.TrimStart('/'))!);
        return Directory.EnumerateFiles(folder, "*.cs*").Concat(Directory.EnumerateFiles(Path.Combine(Source, "wwwroot", "js"), "*.js")).Select(f => Comment().Replace(File.ReadAllText(f), ""));
    }

    // A comment is on no screen.
    [GeneratedRegex(@"@\*.*?\*@|/\*.*?\*/|<!--.*?-->|(?<=^|\s)//[^\n]*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^#{2,3} ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"<!-- 页面： ?([^>]+?) ?-->")]
    private static partial Regex Pages();

    [GeneratedRegex("「([^」]+)」")]
    private static partial Regex Quoted();

    [GeneratedRegex(@" ?n ?|某某| ?\d+ ?/? ?")]
    private static partial Regex Number();
}
