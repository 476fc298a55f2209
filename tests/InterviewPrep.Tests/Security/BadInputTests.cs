using System.Net;
using AngleSharp.Html.Dom;
using InterviewPrep.Tests.Support;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace InterviewPrep.Tests.Security;

/// <summary>
/// Bad inputs through every text field of every form that the pages of the route table show, through every query parameter that
/// they use, and as files: nothing breaks, nothing becomes markup, nothing vanishes without a word.
/// </summary>
public sealed class BadInputTests(BadInputTests.Site app, ITestOutputHelper output) : IClassFixture<BadInputTests.Site>
{
    private static readonly string[] People = ["visitor", "learner A", "teacher of the class", "administrator"];

    /// <summary>What is not shown again by intent: secrets, words that are searched for, what must match something, and times.</summary>
    private static readonly HashSet<string> NotShown = ["password", "current", "code", "confirm", "q", "appealsUntil", "dueAt"];

    private static int PostsPerForm => BadInputs.IsWhole ? 60 : 4;

    private static int TextsPerParameter => BadInputs.IsWhole ? 60 : 4;

    private readonly List<string> findings = [];
    private int sent, posts;

    public sealed class Site : App
    {
        // This test asks as fast as it can.
        protected override void Change(IServiceCollection services) => services.Configure<RateLimiterOptions>(o => o.GlobalLimiter = null);
    }

    [Fact]
    public async Task Nothing_breaks_becomes_markup_or_vanishes()
    {
        var school = await SchoolWithEverything.NewAsync(app);
        var seen = new HashSet<string>();
        var (fields, parameters) = (0, 0);
        foreach (var actor in People)
        {
            using var visitor = app.NewVisitor();
            if (actor != "visitor") await visitor.SignInAsync(school.Names[actor]);
            foreach (var path in Pages(actor, school))
            {
                var page = await visitor.GetAsync(path);
                if (page.Response.Content.Headers.ContentType?.MediaType != "text/html") continue;
                foreach (var form in page.Page.Forms.Where(f => f.Method == "post" && !Shape(f.GetAttribute("action") ?? path).Contains("sign-out")))
                {
                    var names = TextFields(form);
                    if (names.Count == 0 || !seen.Add($"{actor} {Shape(path)} {Shape(form.GetAttribute("action") ?? "")} {string.Join(',', names)}")) continue;
                    fields += names.Count;
                    await FillAsync(visitor, path, form.GetAttribute("action"), names);
                }
                foreach (var parameter in Parameters(page).Where(p => seen.Add($"{actor} {Shape(path)}?{p}")))
                {
                    parameters++;
                    await AskAsync(visitor, path, parameter);
                }
            }
        }

        output.WriteLine($"{BadInputs.All.Count} texts; {fields} text fields and {parameters} query parameters; {posts} forms sent, {sent} texts in all; {findings.Count} findings");
        string.Join('\n', findings.Distinct()).Should().BeEmpty();
        fields.Should().BeGreaterThan(100);
    }

    [Fact]
    public async Task A_file_that_is_something_else_is_refused_with_a_word()
    {
        using var room = await Classroom.NewAsync(app);
        var count = 0;
        foreach (var (name, bytes) in BadInputs.Files())
        {
            foreach (var (visitor, path, field) in new[] { (room.Teacher, $"/classes/{room.ClassId}/roster", "file"), (room.A, "/scans", "photos") })
            {
                var page = await visitor.GetAsync(path);
                using var body = new MultipartFormDataContent { { new StringContent(page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), field, name } };
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, path)) { Content = body };
                var answer = await visitor.SendAsync(request);
                count++;
                if ((int)answer.Status >= 500) findings.Add($"{path} {name}: {answer.Status}");
                else if (answer.Text.Contains("<img src=x", StringComparison.Ordinal)) findings.Add($"{path} {name}: markup");
                else if (!Refuses(answer) && path == "/scans") findings.Add($"{path} {name}: taken without a word");
            }
        }

        output.WriteLine($"{count} files, {findings.Count} findings");
        findings.Should().BeEmpty();
    }

    private static IEnumerable<string> Pages(string actor, SchoolWithEverything school)
    {
        var column = Array.IndexOf(RouteTable.Actors, actor);
        return from row in RouteTable.Read()
               where row.Route.StartsWith("GET ", StringComparison.Ordinal) && row.Answers[column] == "200" && !row.Example.Contains(".ics", StringComparison.Ordinal)
               select school.Things.Aggregate(row.Example, (text, thing) => text.Replace($"{{{thing.Key}}}", thing.Value));
    }

    private async Task FillAsync(Visitor visitor, string path, string? action, IReadOnlyList<string> names)
    {
        var texts = BadInputs.All;
        for (var round = 0; round < Math.Min(PostsPerForm, texts.Count); round++)
        {
            var page = await visitor.GetAsync(path);
            if (page.Page.Forms.FirstOrDefault(f => f.GetAttribute("action") == action && TextFields(f).SequenceEqual(names)) is not { } form) return;
            // One after the other, so that the forms together meet the whole list.
            var filled = names.Select((name, i) => (Name: name, Value: texts[(sent + i) % texts.Count])).ToArray();
            form.SetAttribute("data-bad-input", "");
            var answer = await visitor.SubmitAsync(page, "form[data-bad-input]", filled);
            (posts, sent) = (posts + 1, sent + filled.Length);
            var where = $"{Shape(path)} {Shape(form.GetAttribute("action") ?? "")}";
            foreach (var (name, value) in filled) Judge(answer, page, where, name, value);
            if ((int)answer.Status >= 300 || Refuses(answer)) continue;
            var shown = Shown(answer) + Shown(await visitor.GetAsync(path));
            if (path.StartsWith("/join", StringComparison.Ordinal)) shown += Shown(await visitor.GetAsync("/account")); // the number goes there
            foreach (var (name, value) in filled.Where(f => !NotShown.Contains(f.Name) && path != "/account/register" && !shown.Contains(Folded(f.Value), StringComparison.Ordinal)))
                findings.Add($"{where} {name}: neither shown nor refused: {Short(value)}");
        }
    }

    private async Task AskAsync(Visitor visitor, string path, string parameter)
    {
        var before = await visitor.GetAsync(path);
        for (var i = 0; i < Math.Min(TextsPerParameter, BadInputs.All.Count); i++)
        {
            var value = BadInputs.All[sent % BadInputs.All.Count];
            if (value.Length > 2_000) value = value[..1_000];
            sent++;
            Judge(await visitor.GetAsync($"{path.Split('?')[0]}?{Uri.EscapeDataString(parameter)}={Uri.EscapeDataString(value)}"), before, Shape(path), parameter, value);
        }
    }

    private void Judge(Answer answer, Answer before, string where, string name, string value)
    {
        if (answer.Status >= HttpStatusCode.InternalServerError) findings.Add($"{where} {name}: {(int)answer.Status} for {Short(value)}");
        var isHtml = answer.Response.Content.Headers.ContentType?.MediaType == "text/html";
        if (isHtml && value.Length > 3 && value.AsSpan().ContainsAny("<>\"'") && answer.Text.Contains(value, StringComparison.Ordinal) && !before.Text.Contains(value, StringComparison.Ordinal))
            findings.Add($"{where} {name}: not encoded: {Short(value)}");
    }

    private static bool Refuses(Answer answer) => (int)answer.Status >= 400 || answer.Page.QuerySelector("[role=alert], .problem, .problems, .error") is not null;

    // All that somebody can read on a page, in text and in fields.
    private static string Shown(Answer answer) => Folded(string.Join('\n',
        answer.Page.QuerySelectorAll("input, textarea").Select(e => (e as IHtmlInputElement)?.Value ?? e.TextContent).Append(answer.Page.Body?.TextContent ?? "")));

    private static string Folded(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static List<string> TextFields(IHtmlFormElement form) =>
        [.. form.Elements.Where(e => e is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "search" or "password" or "number" or "date" or "time" or "datetime-local" })
            .Select(e => e.GetAttribute("name")).OfType<string>().Where(n => n.Length > 0).Distinct()];

    private static IEnumerable<string> Parameters(Answer page) =>
        page.Page.Forms.Where(f => f.Method == "get").SelectMany(TextFields)
            .Concat(page.Page.QuerySelectorAll("a[href*='?']").Select(a => a.GetAttribute("href")!).Where(h => h.Split('?')[0] is var to && (to.Length == 0 || to == page.Address.AbsolutePath))
                .SelectMany(h => h.Split('?', '#')[1].Split('&')).Select(p => p.Split('=')[0]))
            .Concat(page.Address.Query.TrimStart('?').Split('&').Select(p => p.Split('=')[0])).Where(p => p.Length > 0).Distinct();

    private static string Shape(string path) => System.Text.RegularExpressions.Regex.Replace(path, "[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+", "*");

    private static string Short(string value) => string.Concat(value.Take(60).Select(c => c < ' ' ? $"\\u{(int)c:x4}" : c.ToString()));
}
