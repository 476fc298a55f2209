namespace InterviewPrep.Web.Data;

/// <summary>Section <c>Database</c>: which engine keeps the rows.</summary>
public sealed class DatabaseOptions
{
    public const string Sqlite = "Sqlite", Postgres = "Postgres";

    public static readonly IReadOnlyList<string> Providers = [Sqlite, Postgres];

    /// <summary><c>Sqlite</c> (a file in the data folder) or <c>Postgres</c>.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>Connection string of the PostgreSQL server; not used by SQLite.</summary>
    public string ConnectionString { get; set; } = "";

    public bool IsKnownProvider => Providers.Contains(Provider, StringComparer.OrdinalIgnoreCase);

    public bool IsPostgres => string.Equals(Provider, Postgres, StringComparison.OrdinalIgnoreCase);
}
