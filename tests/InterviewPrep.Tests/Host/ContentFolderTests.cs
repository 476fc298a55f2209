using System.Diagnostics;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Host;

/// <summary>Content is taken over while the site runs, however its files were changed.</summary>
public sealed class ContentFolderTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private sealed class OwnContent(string folder) : App
    {
        protected override string ContentFolder => folder;
    }

    private readonly string work = Directory.CreateTempSubdirectory("interviewprep-content-").FullName;
    private OwnContent app = null!;

    private string Served => Path.Combine(work, "content");

    public async Task InitializeAsync()
    {
        Copy("first", "第一版标题");
        Copy("second", "第二版标题");
        Copy("third", "第三版标题");
        Copy("fourth", "第四版标题");
        Directory.Move(Path.Combine(work, "first"), Served);
        app = new OwnContent(Served);
        await app.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(work, recursive: true);
    }

    [Fact]
    public async Task A_new_copy_a_moved_folder_a_changed_link_and_an_edit_are_all_seen()
    {
        await ShowsAsync("第一版标题");

        Directory.Delete(Served, recursive: true);
        Copy("content", "重拷的标题");
        await ShowsAsync("重拷的标题");

        Directory.Move(Served, Path.Combine(work, "old"));
        Directory.Move(Path.Combine(work, "second"), Served);
        await ShowsAsync("第二版标题");

        Directory.Move(Served, Path.Combine(work, "older"));
        Directory.CreateSymbolicLink(Served, Path.Combine(work, "third"));
        await ShowsAsync("第三版标题");

        await Process.Start("ln", ["-sfn", Path.Combine(work, "fourth"), Served]).WaitForExitAsync();
        await ShowsAsync("第四版标题");

        var file = Path.Combine(Served, "questions", "public-doubt", "bus-stop.md");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("第四版标题", "改过的标题"));
        await ShowsAsync("改过的标题");
    }

    private void Copy(string name, string title)
    {
        foreach (var source in Directory.EnumerateFiles(Repository.SampleContent, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(work, name, Path.GetRelativePath(Repository.SampleContent, source));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(source, copy);
        }
        var question = Path.Combine(work, name, "questions", "public-doubt", "bus-stop.md");
        File.WriteAllText(question, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(question), "(?m)^title: .*$", $"title: {title}"));
    }

    private async Task ShowsAsync(string title)
    {
        using var visitor = app.NewVisitor();
        var started = TimeProvider.System.GetTimestamp();
        while (!(await visitor.GetAsync("/questions/bus-stop")).Text.Contains(title, StringComparison.Ordinal))
        {
            TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(Patience, "the site must see that its content is “{0}” now", title);
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }
}
