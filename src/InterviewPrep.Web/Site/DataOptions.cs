namespace InterviewPrep.Web.Site;

/// <summary>Section <c>Data</c>: where the site keeps what it must not lose.</summary>
[SettingsSection("Data", 10)]
public sealed class DataOptions
{
    /// <summary>Folder; relative to where the program is started.</summary>
    [Setting("folder of the database, photographed pages, recordings and keys; several nodes on one PostgreSQL share it", "数据文件夹：数据库、拍照的答题纸、录音和密钥都在里面；几台机器共用一个 PostgreSQL 时，这个文件夹也要共用")]
    public string Folder { get; set; } = "data";

    /// <summary>Names of the folders in it: photographed pages, recordings, and the last content that was good.</summary>
    public const string Scans = "scans", Recordings = "recordings", LastGoodContent = "content-last-good";

    /// <summary>Name of the SQLite database in it.</summary>
    public const string DatabaseName = "interviewprep.db";

    /// <summary>What visitors without an account kept is removed so many days after they last came.</summary>
    [Setting("visitors' work is removed so many days after they last came, 7 to 3650", "没有账号的访客，这么多天没再来，他写的就删掉，7 到 3650 天")]
    public int VisitorDays { get; set; } = 180;

    /// <summary>Fewest and most days that can be set.</summary>
    public const int FewestVisitorDays = 7, MostVisitorDays = 3_650;

    public string SqliteFile => Path.Combine(Path.GetFullPath(Folder), DatabaseName);
}
