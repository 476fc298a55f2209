using System.Data.Common;
using InterviewPrep.Web.Site;
using Npgsql;

namespace InterviewPrep.Web.Data.Postgres;

/// <summary>How the site reaches its PostgreSQL server, where the settings leave it open.</summary>
public static class PostgresConnection
{
    /// <summary>
    /// Connections of one node at most. Npgsql's own default of 100 takes all that a server gives by default, so that a second node, a backup and
    /// whoever looks after the server would be refused; two cores gain nothing from more.
    /// </summary>
    public const int LargestPool = 40;

    /// <summary>Seconds after which an unused connection is given back, and for which a new one is waited for.</summary>
    public const int IdleLifetime = 60, ConnectTimeout = 5;

    /// <summary>Longest time of one command, in seconds; shorter than the patience of a page that saves.</summary>
    public const int CommandTimeout = 20;

    /// <summary>Number of the advisory lock under which one node at a time brings tables and first rows up to date.</summary>
    private const long StartLock = 0x496E746572766965;

    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(10);

    /// <summary>Whether a connection string can be read, and names a server.</summary>
    public static bool IsReadable(string text)
    {
        try
        {
            return !string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(text).Host);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>The connection string with the site's defaults for what it does not say.</summary>
    public static string WithDefaults(string text)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = text }.Keys!.Cast<string>().Select(k => k.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()).ToHashSet();
        var builder = new NpgsqlConnectionStringBuilder(text);
        if (!said.Overlaps(["maximumpoolsize", "maxpoolsize"])) builder.MaxPoolSize = Math.Max(LargestPool, builder.MinPoolSize);
        if (!said.Contains("connectionidlelifetime")) builder.ConnectionIdleLifetime = IdleLifetime;
        if (!said.Contains("connectionpruninginterval")) builder.ConnectionPruningInterval = Math.Min(builder.ConnectionPruningInterval, builder.ConnectionIdleLifetime);
        if (!said.Overlaps(["timeout", "connectiontimeout"])) builder.Timeout = ConnectTimeout;
        if (!said.Contains("commandtimeout")) builder.CommandTimeout = CommandTimeout;
        if (!said.Contains("applicationname")) builder.ApplicationName = "InterviewPrep";
        return builder.ConnectionString;
    }

    /// <summary>The server and database, without the password.</summary>
    public static string Describe(string text)
    {
        var builder = new NpgsqlConnectionStringBuilder(text);
        return $"PostgreSQL {builder.Host}:{builder.Port}/{builder.Database ?? builder.Username}";
    }

    /// <summary>Waits until no other node is bringing the database up to date, and keeps the others waiting until the result is disposed. Makes the database where it is missing.</summary>
    public static async Task<IAsyncDisposable> TakeTurnAsync(string text, CancellationToken ct)
    {
        var builder = new NpgsqlConnectionStringBuilder(WithDefaults(text)) { Pooling = false };
        await EnsureDatabaseAsync(builder, ct);
        var connection = new NpgsqlConnection(builder.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(@lock)", connection) { CommandTimeout = (int)LongestTurn.TotalSeconds };
            command.Parameters.AddWithValue("lock", StartLock);
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch (NpgsqlException e) when (e.InnerException is TimeoutException && connection.FullState.HasFlag(System.Data.ConnectionState.Open))
        {
            await connection.DisposeAsync();
            throw new OperatorException($"another node has been bringing {Describe(text)} up to date for {LongestTurn.TotalMinutes:0} minutes", e);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task EnsureDatabaseAsync(NpgsqlConnectionStringBuilder builder, CancellationToken ct)
    {
        await using var wanted = new NpgsqlConnection(builder.ConnectionString);
        try
        {
            await wanted.OpenAsync(ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(builder.ConnectionString) { Database = "postgres" }.ConnectionString);
            await server.OpenAsync(ct);
            await using var command = new NpgsqlCommand($"CREATE DATABASE {new NpgsqlCommandBuilder().QuoteIdentifier(builder.Database!)}", server);
            try
            {
                await command.ExecuteNonQueryAsync(ct);
            }
            catch (PostgresException twice) when (twice.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
            {
                // Another node was faster.
            }
        }
    }
}
