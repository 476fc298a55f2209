using System.Runtime.InteropServices;

namespace InterviewPrep.Web.Host;

/// <summary>Whatever this process makes, database, photographs, copies and temporary files, is for its own account only, wherever it lies.</summary>
internal static class PrivateFiles
{
    private const uint GroupAndOthers = 0b_000_111_111;

    /// <summary>Sets the mask of new files and folders: 0600 and 0700.</summary>
    public static void Make()
    {
        if (!OperatingSystem.IsWindows()) _ = SetMask(GroupAndOthers);
    }

    [DllImport("libc", EntryPoint = "umask", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint SetMask(uint mask);
}
