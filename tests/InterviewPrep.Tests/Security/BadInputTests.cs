using System.Net;
using System.Text;
using System.Text.Json;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.SignIn.Throttle;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Shared.Spreadsheets;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace InterviewPrep.Tests.Security;

/// <summary>
/// Bad inputs through every text field of every form that the pages of the route table show, through every query parameter that
/// they use, through the autosave, in rosters and as files: nothing breaks, nothing becomes markup, nothing vanishes without a
/// word. Each time a few texts a field; all texts through all fields take about an hour: tests/bad-inputs.sh.
/// </summary>
public sealed class BadInputTests(BadInputTests.Site app, ITestOutputHelper output) : IClassFixture<BadInputTests.Site>
{
    private const int TextsPerField = 4, ManyFields = 40;

    /// <summary><c>BAD_INPUTS_FIELDS=long</c>: only the fields that take many texts at once, which takes minutes for all of them.</summary>
    private static readonly bool OnlyLong = Environment.GetEnvironmentVariable("BAD_INPUTS_FIELDS") == "long";

    private static readonly int TextsPerSchool = OnlyLong ? 2_000 : 120;

    private static readonly string[] Actors = ["visitor", "learner A", "teacher of the class", "administrator"];

    public sealed class Site : App
    {
        private readonly FakeTimeProvider throttleClock = new();

        // The pages' warnings are not looked at, and writing them takes longer than the pages.
        protected override IEnumerable<string> Settings => ["--Logging:LogLevel:Default=None"];

        /// <summary>Lets those wait who tried too often, and nobody else.</summary>
        public void Wait() => throttleClock.Advance(TimeSpan.FromHours(2));

        // This test asks as fast as it can.
        protected override void Change(IServiceCollection services) =>
            services.Configure<RateLimiterOptions>(o => o.GlobalLimiter = null).Replace(ServiceDescriptor.Singleton(new SignInThrottle(throttleClock))).Replace(ServiceDescriptor.Singleton(new CodeThrottle(throttleClock)));
    }

    [Fact]
    public async Task Nothing_breaks_becomes_markup_or_vanishes()
    {
        var runs = new List<BadInputRun>();
        var (fields, parameters) = (0, 0);
        // Lists grow with what is kept in them: after a while it all happens in a new class, to new people.
        foreach (var part in BadInputs.IsWhole ? BadInputs.Part.Chunk(TextsPerSchool) : [[]])
        {
            var school = await SchoolWithEverything.NewAsync(app);
            var seen = new HashSet<string>();
            (fields, parameters) = (0, 0);
            foreach (var actor in Actors)
            {
                var run = new BadInputRun(app, () => ComeAsync(school.Names.GetValueOrDefault(actor)), app.Wait);
                runs.Add(run);
                await run.BeginAsync();
                foreach (var path in Pages(actor, school))
                {
                    var page = await run.Visitor.GetAsync(path);
                    if (page.Response.Content.Headers.ContentType?.MediaType != "text/html") continue;
                    foreach (var form in page.Page.Forms.Where(f => f.Method == "post" && !BadInputRun.Shape(f.GetAttribute("action") ?? path).Contains("sign-out")))
                    {
                        var names = FormFields.TextFields(form).Where(n => (!OnlyLong || BadInputLoads.IsLong(form.Elements.First(e => e.GetAttribute("name") == n))) && seen.Add(Key(actor, $"{path} {form.GetAttribute("action")} {n}"))).ToList();
                        foreach (var together in names.Chunk(BadInputs.IsWhole ? ManyFields : 1))
                            await run.FillAsync(path, form.GetAttribute("action"), together, Texts(part, (fields += together.Length) - together.Length), BadInputs.IsWhole);
                    }
                    if (OnlyLong) continue;
                    foreach (var together in FormFields.Parameters(page).Where(p => seen.Add(Key(actor, $"{path}?{p}"))).Chunk(BadInputs.IsWhole ? ManyFields : 1))
                        await run.AskAsync(path, together, Texts(part, (parameters += together.Length) - together.Length));
                }
            }
        }

        output.WriteLine($"{BadInputs.Part.Count} of {BadInputs.All.Count} texts; {fields} text fields and {parameters} query parameters; {runs.Sum(r => r.Sent)} sent, {runs.Sum(r => r.Kept)} kept as typed; {runs.Sum(r => r.Findings.Count)} findings");
        output.WriteLine($"used up: {string.Join(", ", runs.SelectMany(r => r.UsedUp))}");
        string.Join('\n', runs.SelectMany(r => r.Findings).Distinct()).Should().BeEmpty();
        if (!OnlyLong) fields.Should().BeGreaterThan(90);
    }

    [Fact]
    public async Task What_the_autosave_sends_is_shown_as_it_is_or_refused()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync($"/practice/{People.Question}");
        var (revision, kept, findings) = (0, 0, new List<string>());
        foreach (var (text, stage) in SomeTexts.SelectMany(t => new[] { "attitude", "action", "longterm", "closing" }.Select(s => (t, s))))
        {
            var answer = await visitor.PutAsync($"/api/drafts/{page.DraftId()}", JsonSerializer.Serialize(new { baseRevision = revision, sections = new Dictionary<string, string> { [stage] = text } }), page);
            if (answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge && answer.Text.Any(c => c > 0x3000)) continue;
            var shown = await visitor.GetAsync($"/practice/{People.Question}");
            if (answer.Status != HttpStatusCode.OK || !ShownText.Shows(shown, text) || ShownText.IsMarkup(shown, page, text)) findings.Add($"{stage} {(int)answer.Status}: {text}");
            else (revision, kept) = (answer.Json.GetProperty("revision").GetInt32(), kept + 1);
        }

        output.WriteLine($"{kept} saved and shown, {findings.Count} findings");
        findings.Should().BeEmpty();
        kept.Should().BePositive();
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task What_stands_in_a_roster_is_shown_as_it_is_or_refused(string format)
    {
        using var room = await Classroom.NewAsync(app);
        var (shown, findings) = (0, new List<string>());
        // In a .csv an apostrophe before a formula or a number says that it is a text, and is no part of it; so does ="…".
        foreach (var texts in SomeTexts.Where(t => format == "csv" ? t is not (['=', '"', .., '"'] or ['\'', '=' or '+' or '-' or '@' or (>= '0' and <= '9'), ..]) : ForbiddenCharacters.Find(t) is null).Chunk(20))
        {
            var rows = texts.Select((t, i) => (Number: $"N{i}", Name: t)).ToList();
            var file = format == "xlsx" ? Workbook.Write(RosterTemplate.Of(rows)) : Encoding.UTF8.GetBytes("学号,姓名\n" + string.Join('\n', rows.Select(r => $"{r.Number},\"{r.Name.Replace("\"", "\"\"")}\"")));
            var page = await room.Teacher.GetAsync($"/classes/{room.ClassId}/roster");
            using var body = Upload(page, "file", $"名册.{format}", file);
            var answer = await room.Teacher.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, $"/classes/{room.ClassId}/roster")) { Content = body });
            if (answer.Status != HttpStatusCode.OK) findings.Add($"{answer.Status} {texts[0]}");
            findings.AddRange(texts.Where(t => ShownText.IsMarkup(answer, page, t)));
            // What is refused is named by its line; the rest stands in the list of what would be taken in.
            shown += texts.Count(t => ShownText.Shows(answer, t));
            if (!ShownText.Refuses(answer)) findings.AddRange(texts.Where(t => t.Trim().Length > 0 && !ShownText.Shows(answer, t)));
        }

        output.WriteLine($"{shown} shown, {findings.Count} findings");
        findings.Should().BeEmpty();
        shown.Should().BePositive();
    }

    [Fact]
    public async Task A_file_that_is_something_else_is_refused_with_a_word()
    {
        using var room = await Classroom.NewAsync(app);
        var count = 0;
        var findings = new List<string>();
        foreach (var (name, bytes) in BadInputs.Files())
        {
            foreach (var (visitor, path, field) in new[] { (room.Teacher, $"/classes/{room.ClassId}/roster", "file"), (room.A, "/scans", "photos") })
            {
                var page = await visitor.GetAsync(path);
                using var body = Upload(page, field, name, bytes);
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, path)) { Content = body };
                var answer = await visitor.SendAsync(request);
                count++;
                if ((int)answer.Status >= 500) findings.Add($"{path} {name}: {answer.Status}");
                else if (answer.Text.Contains("<img src=x", StringComparison.Ordinal)) findings.Add($"{path} {name}: markup");
                else if (!ShownText.Refuses(answer) && path == "/scans") findings.Add($"{path} {name}: taken without a word");
            }
        }

        output.WriteLine($"{count} files, {findings.Count} findings");
        findings.Should().BeEmpty();
    }

    private static MultipartFormDataContent Upload(Answer page, string field, string name, byte[] file) =>
        new() { { new StringContent(page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" }, { new ByteArrayContent(file), field, name } };

    private static IEnumerable<string> Pages(string actor, SchoolWithEverything school)
    {
        var column = Array.IndexOf(RouteTable.Actors, actor);
        return from row in RouteTable.Read()
               where row.Route.StartsWith("GET ", StringComparison.Ordinal) && row.Answers[column] == "200" && !row.Example.Contains(".ics", StringComparison.Ordinal)
               select school.Things.Aggregate(row.Example, (text, thing) => text.Replace($"{{{thing.Key}}}", thing.Value));
    }

    private async Task<Visitor> ComeAsync(string? name)
    {
        var visitor = app.NewVisitor();
        if (name is null) return visitor;
        // A text may have become the password.
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
            var user = (await users.FindByNameAsync(name))!;
            await users.RemovePasswordAsync(user);
            (await users.AddPasswordAsync(user, People.Password)).Succeeded.Should().BeTrue();
        }
        app.Wait();
        (await visitor.SignInAsync(name)).Address.AbsolutePath.Should().NotBe("/account/sign-in", $"{name} must be in");
        return visitor;
    }

    // With all lists each field of each page gets each text once; else each person's form gets a few, which together are the whole list.
    private static string Key(string actor, string field) => BadInputs.IsWhole ? BadInputRun.Shape(field) : $"{actor} {BadInputRun.Shape(field)}";

    private static string[] Texts(string[] part, int field) => BadInputs.IsWhole ? part : [.. Enumerable.Range(field * TextsPerField, TextsPerField).Select(i => BadInputs.Own[i % BadInputs.Own.Count])];

    private static IEnumerable<string> SomeTexts => BadInputs.IsWhole ? BadInputs.Part : BadInputs.Own.Take(60);
}
