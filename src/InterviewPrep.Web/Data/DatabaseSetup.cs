using System.Data.Common;
using System.Net.Sockets;
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
    /// <summary>How long a write waits for another writer of the same file, in seconds; with what else a save does, shorter than the patience of its page.</summary>
    public const int BusyTimeoutSeconds = 10;

    /// <summary>Registers <see cref="AppDb"/> on the configured engine.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection("Database"))
            .Validate(o => o.IsKnownProvider, $"Database__Provider must be one of: {string.Join(", ", DatabaseOptions.Providers)}")
            .Validate(o => !o.IsPostgres || !string.IsNullOrWhiteSpace(o.ConnectionString), "Database__ConnectionString must be set when Database__Provider is Postgres")
            .Validate(o => !o.IsPostgres || PostgresConnection.IsReadable(o.ConnectionString), "Database__ConnectionString cannot be read: it must be like Host=…;Database=…;Username=…;Password=…")
            .ValidateOnStart();
        services.AddDataProtection().SetApplicationName("InterviewPrep").PersistKeysToDbContext<AppDb>();
        services.AddSingleton<DataFolder>();
        services.AddSingleton<MovedFileGuard>();
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (database.IsPostgres) services.AddDbContextPool<AppDb, PostgresAppDb>((provider, options) => options.UseNpgsql(PostgresConnection.WithDefaults(database.ConnectionString)).Use(provider));
        else services.AddDbContextPool<AppDb, SqliteAppDb>((provider, options) => options.UseSqlite(SqliteConnectionString(provider)).Use(provider).AddInterceptors(provider.GetRequiredService<MovedFileGuard>()));
        services.AddHostedService<DataSweeper>();
        services.AddSingleton<GroupCommit>();
        services.AddSingleton<TableChanges>();
        services.AddSingleton<IInterceptor>(p => p.GetRequiredService<TableChanges>());
        services.AddSingleton<StoreCache>();
        return services;
    }

    /// <summary>Opens the data folder and brings the database up to date.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken ct = default) => await (await OpenAsync(services, ct)).DisposeAsync();

    /// <summary>Opens the data folder, brings the database up to date and looks whether it takes a save; other nodes that start wait until the result is disposed, so that first rows are made once.</summary>
    /// <exception cref="OperatorException">The folder or the database cannot be used; the message says which and why.</exception>
    public static async Task<IAsyncDisposable> OpenAsync(IServiceProvider services, CancellationToken ct = default)
    {
        services.GetRequiredService<DataFolder>().Open();
        try
        {
            return await TakeTurnAndUpgradeAsync(services, ct);
        }
        catch (Exception e) when (e is DbException or SocketException or TimeoutException or IOException || e.InnerException is DbException or SocketException)
        {
            var reason = e is DbException or IOException || e.InnerException is null ? e.Message : e.InnerException.Message;
            throw new OperatorException($"{Describe(services)} cannot be used: {reason.ReplaceLineEndings(" ")}", e);
        }
    }

    private static async Task<IAsyncDisposable> TakeTurnAndUpgradeAsync(IServiceProvider services, CancellationToken ct)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        IAsyncDisposable turn = options.IsPostgres ? await PostgresConnection.TakeTurnAsync(options.ConnectionString, ct) : new NoTurn();
        try
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await db.UpgradeAsync(ct);
            await db.CheckSavesAsync(ct);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    /// <summary>Which database the settings mean, in words for whoever runs the program.</summary>
    public static string Describe(IServiceProvider services) =>
        services.GetRequiredService<IOptions<DatabaseOptions>>().Value is { IsPostgres: true } options ? PostgresConnection.Describe(options.ConnectionString)
            : $"SQLite {services.GetRequiredService<IOptions<DataOptions>>().Value.SqliteFile}";

    // What fails and is not handled is logged once, with its page, by whoever answers the request; what is handled is no failure.
    private static DbContextOptionsBuilder Use(this DbContextOptionsBuilder options, IServiceProvider provider) => options
        .AddInterceptors(provider.GetServices<IInterceptor>())
        .ConfigureWarnings(w => w.Log(
            (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.ConnectionError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug),
            (CoreEventId.QueryIterationFailed, LogLevel.Debug), (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug)));

    // SQLite's own default, synchronous=FULL, stays: an acknowledged save is on disk. Transactions of Microsoft.Data.Sqlite begin IMMEDIATE, so a
    // write waits for its turn instead of failing half-way. A missing file is never made anew while the site runs: it would be an empty one.
    private static string SqliteConnectionString(IServiceProvider provider) => new SqliteConnectionStringBuilder
    {
        DataSource = provider.GetRequiredService<IOptions<DataOptions>>().Value.SqliteFile,
        Mode = SqliteOpenMode.ReadWrite,
        DefaultTimeout = BusyTimeoutSeconds,
        ForeignKeys = true,
    }.ToString();

    // One process at a time uses a SQLite file; its folder is locked.
    private sealed class NoTurn : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
