using InterviewPrep.Web.Data;

namespace InterviewPrep.Web.Host.Backups;

/// <summary>A folder for work in progress that nobody else on the machine reads. It is gone afterwards, unless it was moved to its place.</summary>
internal sealed class PrivateFolder : IDisposable
{
    /// <param name="before">What its path begins with.</param>
    public PrivateFolder(string before)
    {
        // A name that nobody can have taken before, to read along.
        Path = before + Guid.NewGuid().ToString("N");
        DataFolder.Make(Path);
    }

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
