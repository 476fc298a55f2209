using System.Diagnostics;

namespace InterviewPrep.Tests.Support;

/// <summary>A disk of some megabytes at a folder.</summary>
public sealed class SmallDisk
{
    private const string Megabytes = "24m";

    private readonly string folder;

    public SmallDisk(string folder)
    {
        this.folder = Directory.CreateDirectory(folder).FullName;
        Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}", "tmpfs", folder);
    }

    /// <summary>Why no such disk can be made here; null where it can.</summary>
    public static string? Missing { get; } = TestDatabase.IsPostgres ? "the disk of a PostgreSQL server is not the site's" : Environment.UserName != "root" ? "only root can make a disk" : null;

    private string Ballast => Path.Combine(folder, "ballast");

    /// <summary>Leaves not one free byte.</summary>
    public void Fill()
    {
        using var file = File.OpenWrite(Ballast);
        file.Seek(0, SeekOrigin.End);
        try
        {
            for (var block = new byte[4096]; ;) file.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void MakeRoom() => File.Delete(Ballast);

    public void Unmount() => Run("umount", folder);

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        process.ExitCode.Should().Be(0, "{0} must work", program);
    }
}
