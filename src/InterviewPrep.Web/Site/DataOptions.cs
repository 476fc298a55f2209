namespace InterviewPrep.Web.Site;

/// <summary>Section <c>Data</c>: where the site keeps what it must not lose.</summary>
public sealed class DataOptions
{
    /// <summary>Folder; relative to where the program is started.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>Name of the SQLite database in it.</summary>
    public const string DatabaseName = "interviewprep.db";

    public string SqliteFile => Path.Combine(Path.GetFullPath(Folder), DatabaseName);
}
