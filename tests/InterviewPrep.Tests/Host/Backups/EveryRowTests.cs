using System.Text.Json;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Host;
using InterviewPrep.Web.Host.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Host.Backups;

/// <summary>Whichever engine a backup comes from and goes to, each row of each table is the same afterwards.</summary>
public sealed class EveryRowTests(BackedUpApp app) : IClassFixture<BackedUpApp>
{
    [Fact]
    public async Task Every_row_of_every_table_comes_through_but_the_sessions()
    {
        var before = await app.InDbAsync(DumpAsync);
        before.Values.Count(rows => rows.Count > 0).Should().BeGreaterThan(35, "a comparison of empty tables would show nothing");
        before["AccountSessions"].Should().NotBeEmpty();
        before["AccountSessions"] = [];

        await CompareAsync(app.Backup, [], before, thenToo: TestDatabase.IsPostgres);
        if (TestDatabase.IsPostgres) await CompareAsync(app.Backup, await TestDatabase.CreateAsync(app.NewPath()), before, thenToo: false);
    }

    // On PostgreSQL the way from SQLite is gone too: a backup of what was restored there.
    private async Task CompareAsync(string file, string[] database, Dictionary<string, List<string>> before, bool thenToo)
    {
        var (folder, next) = (app.NewPath(), app.NewPath("site"));
        (await BackedUpApp.RestoreAsync(file, folder, database)).Should().Be("");
        await using (var site = SiteHost.Build([.. database, $"--Data:Folder={folder}", $"--Content:Folder={Repository.SampleContent}", "--Logging:LogLevel:Default=Warning"]))
        {
            await using var scope = site.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var after = await DumpAsync(db);
            foreach (var (table, rows) in before) after[table].Should().Equal(rows, table);

            if (thenToo) (await BackupCommands.BackupAsync(site.Services, next, false, TextWriter.Null, Console.Error)).Should().BeTrue();
            db.Add(new AuditEntry(AuditEvents.Exported, null, null, "", "", "", app.Clock.GetUtcNow()));
            await db.Invoking(d => d.SaveChangesAsync()).Should().NotThrowAsync("numbers go on behind those that came");
        }
        if (thenToo) await CompareAsync(next, await TestDatabase.CreateAsync(app.NewPath()), before, thenToo: false);
        if (database.Length > 0) await TestDatabase.DropAsync(database);
    }

    private static async Task<Dictionary<string, List<string>>> DumpAsync(AppDb db)
    {
        var dump = new Dictionary<string, List<string>>();
        foreach (var type in RowCopy.InOrder(db.Model))
            dump[type.GetTableName()!] = await (Task<List<string>>)typeof(EveryRowTests).GetMethod(nameof(RowsAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type.ClrType).Invoke(null, [db, type])!;
        return dump;
    }

    private static async Task<List<string>> RowsAsync<T>(AppDb db, IEntityType type) where T : class
    {
        var rows = await db.Set<T>().AsNoTracking().ToListAsync();
        return [.. rows.Select(r => string.Join(" | ", type.GetProperties().Select(p => Text(p, r)).Append(r is Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid> k ? JsonSerializer.Serialize(k.Data) : ""))).Order(StringComparer.Ordinal)];
    }

    private static string Text(IProperty property, object row)
    {
        property.IsShadowProperty().Should().BeFalse("{0} would not be copied", property);
        var value = property.GetGetter().GetClrValue(row);
        return $"{property.Name}={JsonSerializer.Serialize(property.GetValueConverter() is { } converter ? converter.ConvertToProvider(value) : value)}";
    }
}
