using System.Globalization;
using Microsoft.Data.Sqlite;

namespace InterviewPrep.Floor;

/// <summary>One connection, one statement a save, and each save a durable commit of its own (WAL, <c>synchronous=FULL</c>).</summary>
public sealed class DurableStore : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand save;
    private readonly Lock turn = new();

    public DurableStore(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var setUp = connection.CreateCommand();
        setUp.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS Saves (Id TEXT PRIMARY KEY, Revision INTEGER NOT NULL, Text TEXT NOT NULL)";
        setUp.ExecuteNonQuery();
        save = connection.CreateCommand();
        save.CommandText = "INSERT INTO Saves VALUES ($id, 1, $text) ON CONFLICT (Id) DO UPDATE SET Revision = Revision + 1, Text = excluded.Text RETURNING Revision";
        save.Parameters.Add("$id", SqliteType.Text);
        save.Parameters.Add("$text", SqliteType.Text);
        save.Prepare();
    }

    /// <summary>Keeps a text; on disk when this returns.</summary>
    public long Save(string id, string text)
    {
        lock (turn)
        {
            (save.Parameters["$id"].Value, save.Parameters["$text"].Value) = (id, text);
            return Convert.ToInt64(save.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
    }

    public void Dispose()
    {
        save.Dispose();
        connection.Dispose();
    }
}
