namespace InterviewPrep.Tests.Support;

/// <summary>Where things lie in the repository that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string ShippedContent => Path.Combine(Root, "content");

    public static string SampleContent => Path.Combine(Root, "tests", "InterviewPrep.Tests", "Support", "SampleContent");

    /// <summary>Shared bad inputs; null where they are not beside the project.</summary>
    public static string? Corpora { get; } =
        (Environment.GetEnvironmentVariable("BAD_INPUTS") ?? Path.Combine(Path.GetDirectoryName(Root)!, "shared", "security", "corpora")) is var path && Directory.Exists(path) ? path : null;

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "InterviewPrep.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
