using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace InterviewPrep.Web.Data.Sqlite;

/// <summary>
/// Refuses a pooled connection whose file has been moved or removed: what is written through it would lie in a file that nobody finds again,
/// and be acknowledged. The next connection opens what stands at the path by then.
/// </summary>
internal sealed partial class MovedFileGuard : DbConnectionInterceptor
{
    private const int OpenError = 14, HasMoved = 20; // SQLITE_CANTOPEN, SQLITE_FCNTL_HAS_MOVED

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Check(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Check(connection);
        return Task.CompletedTask;
    }

    private static void Check(DbConnection connection)
    {
        if (connection is not SqliteConnection { Handle: { } handle } sqlite || FileControl(handle, null, HasMoved, out var moved) != 0 || moved == 0) return;
        SqliteConnection.ClearPool(sqlite);
        sqlite.Close();
        throw new SqliteException("the database file is no longer in its place", OpenError);
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(sqlite3 database, string? name, int operation, out int result);
}
