using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Content;

namespace InterviewPrep.Tests.Content;

/// <summary>A copy of the sample content that a test may spoil.</summary>
public sealed class SampleFolder : IDisposable
{
    public const string Question = "questions/public-doubt/bus-stop.md";

    public SampleFolder()
    {
        foreach (var source in Directory.EnumerateFiles(Repository.SampleContent, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(Repository.SampleContent, source));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(source, copy);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("interviewprep-check-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public LoadedContent Load() => ContentLoader.Load(Folder);

    public IReadOnlyList<ContentProblem> Problems() => Load().Problems;

    /// <summary>What <c>content check</c> prints with these words.</summary>
    public string Check(params string[] words)
    {
        using var output = new StringWriter();
        ContentCheck.Run(Folder, words, output, output);
        return output.ToString();
    }

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Change(string file, Func<string, string> change)
    {
        var path = Path.Combine(Folder, file);
        var before = File.ReadAllText(path);
        var after = change(before);
        after.Should().NotBe(before, "the change must find its place");
        File.WriteAllText(path, after);
    }

    public void Replace(string file, string find, string replacement) => Change(file, text => ReplaceFirst(text, find, replacement));

    public static string ReplaceFirst(string text, string find, string replacement) =>
        text.IndexOf(find, StringComparison.Ordinal) is var at and >= 0 ? text[..at] + replacement + text[(at + find.Length)..] : text;
}
