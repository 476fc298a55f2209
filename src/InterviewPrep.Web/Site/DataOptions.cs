namespace InterviewPrep.Web.Site;

/// <summary>Section <c>Data</c>: where the site keeps what it must not lose.</summary>
public sealed class DataOptions
{
    /// <summary>Folder; relative to where the program is started.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>Name of the SQLite database in it.</summary>
    public const string DatabaseName = "interviewprep.db";

    /// <summary>What visitors without an account kept is removed so many days after they last came.</summary>
    public int VisitorDays { get; set; } = 180;

    /// <summary>Fewest and most days that can be set.</summary>
    public const int FewestVisitorDays = 7, MostVisitorDays = 3_650;

    public string SqliteFile => Path.Combine(Path.GetFullPath(Folder), DatabaseName);
}
