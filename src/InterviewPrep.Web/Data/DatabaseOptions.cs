using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Data;

/// <summary>Section <c>Database</c>: which engine keeps the rows.</summary>
[SettingsSection("Database", 30)]
public sealed class DatabaseOptions
{
    public const string Sqlite = "Sqlite", Postgres = "Postgres";

    public static readonly IReadOnlyList<string> Providers = [Sqlite, Postgres];

    /// <summary><c>Sqlite</c> (a file in the data folder) or <c>Postgres</c>.</summary>
    [Setting("engine: Sqlite (a file in the data folder) or Postgres", "用哪种数据库：Sqlite（数据文件夹里的一个文件）或 Postgres")]
    public string Provider { get; set; } = Sqlite;

    /// <summary>Connection string of the PostgreSQL server; not used by SQLite.</summary>
    [Setting("of the PostgreSQL server: Host=...;Database=...;Username=...;Password=...; not used by SQLite", "PostgreSQL 的连接串：`Host=…;Database=…;Username=…;Password=…`；SQLite 不用")]
    public string ConnectionString { get; set; } = "";

    public bool IsKnownProvider => Providers.Contains(Provider, StringComparer.OrdinalIgnoreCase);

    public bool IsPostgres => string.Equals(Provider, Postgres, StringComparison.OrdinalIgnoreCase);
}
