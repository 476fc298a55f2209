using System.Net;
using InterviewPrep.Tests.Durability;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace InterviewPrep.Tests.Host;

/// <summary>The database is away: its folder gone, its server not to be reached, locked, or without space. Signed in or not, whatever is asked.</summary>
public sealed class StorageAwayTests(StorageAwayTests.Site site) : IClassFixture<StorageAwayTests.Site>
{
    public sealed class Site : App, IAsyncLifetime
    {
        private readonly List<Wire> line = [];

        private string Elsewhere => DataFolder + "-elsewhere";

        // The line to the server is one that can be cut.
        protected override IEnumerable<string> Settings
        {
            get
            {
                if (!TestDatabase.IsPostgres) return [];
                var server = new NpgsqlConnectionStringBuilder(DatabaseSettings.Single(s => s.Contains("ConnectionString", StringComparison.Ordinal)).Split('=', 2)[1]);
                line.Add(new Wire(new Uri($"http://{server.Host}:{server.Port}")));
                (server.Host, server.Port) = (line[0].Address.Host, line[0].Address.Port);
                return [$"--Database:ConnectionString={server}"];
            }
        }

        public void TakeAway()
        {
            if (line is [var wire]) wire.Cut();
            else Directory.Move(DataFolder, Elsewhere);
        }

        public void BringBack()
        {
            if (line is [var wire]) wire.Restore();
            else Directory.Move(Elsewhere, DataFolder);
        }

        async Task IAsyncLifetime.DisposeAsync()
        {
            await DisposeAsync();
            line.ForEach(w => w.Dispose());
        }
    }

    [Fact]
    public async Task Every_method_is_answered_signed_in_or_not_and_all_goes_on_when_it_is_back()
    {
        using var learner = await site.NewPersonAsync("断库学员");
        using var visitor = site.NewVisitor();
        (await visitor.WriteAsync()).Status.Should().Be(HttpStatusCode.OK);
        foreach (var person in new[] { learner, visitor })
        {
            var practice = await person.GetAsync("/practice/open-lawn");
            var lesson = await person.GetAsync("/lessons/first-words");
            var draft = $"{{\"baseRevision\":0,\"sections\":{{\"stance\":\"{People.Words}\"}}}}";
            site.TakeAway();
            try
            {
                foreach (var path in new[] { "/", "/questions", "/drafts", "/practice/bus-stop" }) Away(await person.GetAsync(path));
                using var head = new HttpRequestMessage(HttpMethod.Head, new Uri(site.Address, "/questions"));
                (await person.SendAsync(head)).Status.Should().Be(HttpStatusCode.ServiceUnavailable);

                var put = await person.PutAsync($"/api/drafts/{practice.DraftId()}", draft, practice);
                put.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
                put.Response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(5));
                put.Json.GetProperty("title").GetString().Should().NotBeEmpty();

                var posted = await person.SubmitAsync(lesson, "form[action*='handler=Exercise']", ("answer", "先接住情绪，再说怎么查，最后说什么时候答复。"));
                Away(posted);
                posted.One("form textarea[name=answer]").TextContent.Should().Be("先接住情绪，再说怎么查，最后说什么时候答复。", "what was typed is given back");

                (await person.GetAsync("/health/live")).Status.Should().Be(HttpStatusCode.OK);
                (await person.GetAsync("/health/ready")).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
                foreach (var path in new[] { "/css/site.css", "/sw.js" }) (await person.GetAsync(path)).Status.Should().Be(HttpStatusCode.OK);

                site.BringBack();
                (await person.SubmitAsync(posted, "main form")).Status.Should().Be(HttpStatusCode.OK, "the same form is taken now");
            }
            finally
            {
                if (!Directory.Exists(site.DataFolder)) site.BringBack();
            }
            (await person.PutAsync($"/api/drafts/{practice.DraftId()}", draft, practice)).Status.Should().Be(HttpStatusCode.OK);
            (await person.GetAsync("/drafts")).Status.Should().Be(HttpStatusCode.OK);
            (await person.GetAsync("/health/ready")).Status.Should().Be(HttpStatusCode.OK);
        }
    }

    [SqliteFact]
    public async Task While_another_program_holds_the_file_reading_goes_on_and_a_save_is_refused_before_the_page_gives_up()
    {
        using var learner = await site.NewPersonAsync("锁库学员");
        var practice = await learner.GetAsync("/practice/open-lawn");
        var draft = $"{{\"baseRevision\":0,\"sections\":{{\"stance\":\"{People.Words}\"}}}}";
        site.Clock.Advance(TimeSpan.FromMinutes(10)); // the session's last use is to be written
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(site.DataFolder, "interviewprep.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var locked = await other.BeginTransactionAsync();

            (await learner.GetAsync("/questions")).Status.Should().Be(HttpStatusCode.OK);
            (await learner.GetAsync("/health/ready")).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
            var started = TimeProvider.System.GetTimestamp();
            var put = await learner.PutAsync($"/api/drafts/{practice.DraftId()}", draft, practice);
            put.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
            put.Json.GetProperty("title").GetString().Should().Be(DraftForm.StorageUnavailable);
            TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(PagePatience);
        }
        (await learner.PutAsync($"/api/drafts/{practice.DraftId()}", draft, practice)).Status.Should().Be(HttpStatusCode.OK);
        (await learner.GetAsync("/health/ready")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public void The_page_waits_longer_than_the_server_does_for_its_store()
    {
        // One look at the session, one write before the save and the save itself may each wait in turn.
        PagePatience.TotalSeconds.Should().BeGreaterThan(3 * DatabaseSetup.BusyTimeoutSeconds)
            .And.BeGreaterThan(Web.Data.Postgres.PostgresConnection.CommandTimeout + (2 * Web.Data.Postgres.PostgresConnection.ConnectTimeout));
    }

    private static TimeSpan PagePatience { get; } = TimeSpan.FromMilliseconds(int.Parse(
        System.Text.RegularExpressions.Regex.Match(File.ReadAllText(Path.Combine(Repository.Root, "src", "InterviewPrep.Web", "wwwroot", "js", "sending.js")), @"patience = ([\d_]+)").Groups[1].Value.Replace("_", "", StringComparison.Ordinal),
        System.Globalization.CultureInfo.InvariantCulture));

    // A whole page that says what happened and names the number under which the log has it.
    private static void Away(Answer answer)
    {
        answer.Status.Should().Be(HttpStatusCode.ServiceUnavailable, "of {0}", answer.Address);
        answer.TextOf("h1").Should().Be("暂时打不开");
        answer.TextOf("main .num").Should().HaveLength(32);
        answer.Text.Should().NotContain("Exception").And.NotContain("Npgsql").And.NotContain("SQLite");
    }
}
