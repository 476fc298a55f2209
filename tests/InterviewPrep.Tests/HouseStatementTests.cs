using System.Globalization;
using System.Net;
using InterviewPrep.Tests.Support;
using Xunit.Abstractions;

namespace InterviewPrep.Tests;

/// <summary>How many statements each page sends to the database on the demo installation, once it is warm: a page that asks for each row by itself fails here. On PostgreSQL nothing is kept (<see cref="Web.Data.StoreCache"/>).</summary>
public sealed class HouseStatementTests(DemoApp app, ITestOutputHelper output) : IClassFixture<DemoApp>
{
    private const string Answered = "bus-stop-cut-notice";

    // Who opens the page, its address, and the most statements that it may send: where nothing is kept, and where the store has not changed since it was opened last.
    private static readonly (string Name, string Address, int Asked, int Kept)[] Pages =
    [
        ("learner2", "/", 23, 1),
        ("learner2", "/plan", 14, 0),
        ("learner2", "/goal", 3, 1),
        ("learner2", "/progress", 15, 0),
        ("learner2", "/lessons", 3, 0),
        ("learner2", "/lessons/first-sentence", 4, 1),
        ("learner2", "/frameworks", 2, 0),
        ("learner2", "/glossary", 2, 0),
        ("learner2", "/exams", 4, 2),
        ("learner2", "/questions", 4, 0),
        ("learner2", $"/questions/{Answered}", 11, 1),
        ("learner2", $"/practice/{Answered}", 14, 2),
        ("learner2", "/practice/water-bill-tripled?draft={writing}", 14, 2),
        ("learner2", "/drafts", 5, 3),
        ("learner2", "/drafts/{draft}", 3, 1),
        ("learner2", "/drafts/{draft}/review", 13, 4),
        ("learner2", "/drafts/{draft}/history", 5, 3),
        ("learner2", "/drafts/{draft}/stages/action", 10, 8),
        ("learner2", "/recall", 5, 1),
        ("learner2", "/assignments", 9, 1),
        ("learner2", "/assignments/{open}", 11, 8),
        ("learner2", "/assignments/{open}/hand-in", 7, 4),
        ("learner2", "/assignments/{released}/receipts/{attempt}", 4, 2),
        ("learner2", "/assignments/calendar", 3, 1),
        ("learner2", "/feedback", 5, 3),
        ("learner2", "/feedback/{feedback}", 14, 11),
        ("learner2", "/classes", 4, 0),
        ("learner2", "/classes/{class}", 14, 0),
        ("learner2", "/classes/{class}/exemplars", 4, 2),
        ("learner2", "/scans", 6, 4),
        ("learner2", "/sheets", 3, 1),
        ("learner2", $"/sheets/{Answered}", 8, 3),
        ("learner2", "/account", 6, 4),
        ("learner2", "/account/sessions", 3, 1),
        ("learner2", "/account/recovery-codes", 4, 4),
        ("teacher", "/", 20, 1),
        ("teacher", "/questions", 4, 0),
        ("teacher", "/questions/own", 3, 1),
        ("teacher", "/classes", 4, 0),
        ("teacher", "/classes/{class}", 11, 0),
        ("teacher", "/classes/{class}/people", 7, 5),
        ("teacher", "/classes/{class}/roster", 4, 2),
        ("teacher", "/classes/{class}/settings", 4, 2),
        ("teacher", "/classes/{class}/log", 5, 3),
        ("teacher", "/classes/{class}/sheets", 5, 3),
        ("teacher", "/classes/{class}/progress", 6, 4),
        ("teacher", "/classes/{class}/assignments/new", 5, 3),
        ("teacher", "/classes/{class}/assignments/{marking}", 13, 0),
        ("teacher", "/classes/{class}/assignments/{marking}/edit", 5, 3),
        ("teacher", "/classes/{class}/assignments/{marking}/marking", 13, 2),
        ("teacher", "/classes/{class}/assignments/{marking}/marking/{unmarked}", 20, 3),
        ("teacher", "/classes/{class}/assignments/{released}/marking/rubric/{question}", 5, 3),
        ("teacher", "/classes/{class}/assignments/{released}/overview", 11, 1),
        ("teacher", "/classes/{class}/assignments/{released}/points", 12, 1),
        ("teacher", "/classes/{class}/assignments/{released}/phrases", 10, 1),
        ("teacher", "/classes/{class}/assignments/{released}/follow-up", 13, 5),
        ("teacher", "/classes/{class}/assignments/{released}/appeals", 11, 3),
        ("teacher", "/classes/{class}/assignments/{released}/exemplars", 12, 4),
        ("teacher", "/classes/{class}/assignments/{open}/reminders", 13, 4),
        ("teacher", "/classes/{class}/assignments/{marking}/redo", 11, 2),
        ("teacher", "/classes/{class}/assignments/{marking}/sheets", 9, 5),
        ("teacher", "/daily", 3, 1),
        ("teacher", "/daily/{daily}", 6, 4),
        ("teacher", "/look-as", 3, 1),
    ];

    [Fact]
    public async Task No_page_sends_more_statements_than_it_is_allowed()
    {
        var things = await app.FillAsync();
        var people = new Dictionary<string, Visitor> { ["learner2"] = await app.EnterAsync("learner2"), ["teacher"] = await app.EnterAsync("teacher") };
        await WriteAsync(people["learner2"], things);

        var wrong = new List<string>();
        foreach (var (name, pattern, asked, kept) in Pages)
        {
            var most = TestDatabase.IsPostgres ? asked : kept;
            var address = things.Aggregate(pattern, (text, thing) => text.Replace($"{{{thing.Key}}}", thing.Value));
            var first = await people[name].GetAsync(address);
            if (first.Status != HttpStatusCode.OK || first.Address.AbsolutePath == "/account/sign-in") wrong.Add($"{pattern} answers {first.Status} to {name}, at {first.Address}");
            app.Counter.Statements.Clear();
            await people[name].GetAsync(address);
            var statements = app.Counter.Statements.ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{statements.Count,3} of {most,3}  {name,-9} {pattern}"));
            if (statements.Count > most) wrong.Add($"{pattern} sends {statements.Count} statements for {name}, allowed are {most}:\n{string.Join("\n\n", statements)}");
        }

        string.Join("\n\n", wrong).Should().BeEmpty("each number of statements is stated beside the page; a query for each row is an N+1");
        foreach (var visitor in people.Values) visitor.Dispose();
    }

    // One answer that is compared and scored, one that is being written, and the set work begun.
    private static async Task WriteAsync(Visitor learner, Dictionary<string, string> things)
    {
        var done = await learner.WriteAsync(question: Answered, action: "finish");
        things["draft"] = done.Address.AbsolutePath.Split('/')[2];
        await learner.SubmitAsync(done, "#score");
        await learner.SubmitAsync(await learner.GetAsync($"/assignments/{things["open"]}"), "main form.actions");
        things["writing"] = (await learner.GetAsync("/practice/water-bill-tripled")).DraftId();
    }
}
