using InterviewPrep.Web.Data.Postgres;
using InterviewPrep.Web.Data.Sqlite;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Data;

public static class DatabaseSetup
{
    /// <summary>How long a write waits for another writer of the same file, in seconds.</summary>
    private const int BusyTimeoutSeconds = 30;

    /// <summary>Registers <see cref="AppDb"/> on the configured engine.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection("Database"))
            .Validate(o => o.IsKnownProvider, $"Database__Provider must be one of: {string.Join(", ", DatabaseOptions.Providers)}")
            .Validate(o => !o.IsPostgres || !string.IsNullOrWhiteSpace(o.ConnectionString), "Database__ConnectionString must be set when Database__Provider is Postgres")
            .ValidateOnStart();
        services.AddDataProtection().SetApplicationName("InterviewPrep").PersistKeysToDbContext<AppDb>();
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (database.IsPostgres) services.AddDbContextPool<AppDb, PostgresAppDb>((provider, options) => options.UseNpgsql(database.ConnectionString).AddInterceptors(provider.GetServices<IInterceptor>()));
        else services.AddDbContextPool<AppDb, SqliteAppDb>((provider, options) => options.UseSqlite(SqliteConnectionString(provider)).AddInterceptors(provider.GetServices<IInterceptor>()));
        services.AddHostedService<DataSweeper>();
        services.AddSingleton<GroupCommit>();
        return services;
    }

    /// <summary>Makes the data folder and brings the database up to date.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken ct = default)
    {
        await using var scope = services.CreateAsyncScope();
        MakeFolder(scope.ServiceProvider.GetRequiredService<IOptions<DataOptions>>().Value.Folder);
        await scope.ServiceProvider.GetRequiredService<AppDb>().Database.MigrateAsync(ct);
    }

    /// <summary>Makes a folder in which nobody else on this machine reads: what people wrote lies there, and the keys of their sessions.</summary>
    internal static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // EF Core makes the file in WAL mode and SQLite's own default, synchronous=FULL, stays: an acknowledged save is on disk.
    // Transactions of Microsoft.Data.Sqlite begin IMMEDIATE, so a write waits for its turn instead of failing half-way.
    private static string SqliteConnectionString(IServiceProvider provider) => new SqliteConnectionStringBuilder
    {
        DataSource = provider.GetRequiredService<IOptions<DataOptions>>().Value.SqliteFile,
        DefaultTimeout = BusyTimeoutSeconds,
        ForeignKeys = true,
    }.ToString();
}
