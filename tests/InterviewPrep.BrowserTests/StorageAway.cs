using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using static Microsoft.Playwright.Assertions;

namespace InterviewPrep.BrowserTests;

/// <summary>While the database is away the page of somebody signed in says so, goes on trying, and saves by itself when it is back.</summary>
[Collection(BrowserGroup.Name)]
public sealed class StorageAway(Browser browser, Site site)
{
    private const string Gone = "_gone";

    [BrowserFact]
    public async Task The_page_goes_on_trying_and_every_word_is_there_when_the_database_is_back()
    {
        using var learner = await site.NewPersonAsync("断库的学员");
        var page = await browser.OpenAsync(site.Address);
        await page.Context.AddCookiesAsync(learner.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString() }));
        var practice = await new PracticePage(page).OpenAsync();
        await practice.WriteAsync("在的时候写的。");

        await TakeAwayAsync();
        try
        {
            await practice.TypeAsync("不在的时候写的。");
            await practice.SeesLineAsync(PracticePage.ServerFault);
            await practice.TypeAsync("还在写。");
            var other = await page.Context.NewPageAsync();
            (await other.GotoAsync("/questions"))!.Status.Should().Be(503);
            await Expect(other.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("暂时打不开");
            await other.CloseAsync();
        }
        finally
        {
            await BringBackAsync();
        }

        await Expect(practice.Line).ToContainTextAsync(PracticePage.Saved, new() { Timeout = 60_000 });
        var id = Guid.Parse((await page.Locator("form[data-draft-id]").GetAttributeAsync("data-draft-id"))!.Split('~')[^1]);
        (await site.InDbAsync(db => db.Drafts.AsNoTracking().SingleAsync(d => d.Id == id))).Text.Of("attitude").Should().Be("在的时候写的。不在的时候写的。还在写。");
        await page.Context.CloseAsync();
    }

    private string Connection => site.Services.GetRequiredService<IConfiguration>()["Database:ConnectionString"]!;

    private Task TakeAwayAsync() => TestDatabase.IsPostgres ? RenameAsync("", Gone) : MoveAsync(site.DataFolder, site.DataFolder + Gone);

    private Task BringBackAsync() => TestDatabase.IsPostgres ? RenameAsync(Gone, "") : MoveAsync(site.DataFolder + Gone, site.DataFolder);

    private static Task MoveAsync(string from, string to)
    {
        Directory.Move(from, to);
        return Task.CompletedTask;
    }

    private async Task RenameAsync(string from, string to)
    {
        var name = new NpgsqlConnectionStringBuilder(Connection).Database;
        await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Connection) { Database = "postgres", Pooling = false }.ConnectionString);
        await server.OpenAsync();
        // Nobody new gets in, and whoever is in goes; only then can it be renamed.
        foreach (var sql in new[] { $"ALTER DATABASE {name}{from} ALLOW_CONNECTIONS {(from.Length > 0)}", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}{from}'", $"ALTER DATABASE {name}{from} RENAME TO {name}{to}" })
        {
            await using var command = new NpgsqlCommand(sql, server);
            await command.ExecuteNonQueryAsync();
        }
    }
}
