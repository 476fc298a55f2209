using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Questions;

/// <summary>Files into rows: new, changed, retired, and a broken file that changes nothing.</summary>
public sealed class QuestionImportTests : IAsyncLifetime
{
    private sealed class OwnContent(string folder) : App
    {
        protected override string ContentFolder => folder;
    }

    private readonly string folder = Directory.CreateTempSubdirectory("interviewprep-content-").FullName;
    private OwnContent app = null!;

    private string QuestionFile => Path.Combine(folder, "questions", "public-doubt", "bus-stop.md");

    public async Task InitializeAsync()
    {
        foreach (var source in Directory.EnumerateFiles(Repository.SampleContent, "*.md", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Repository.SampleContent, source));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(source, copy);
        }
        app = new OwnContent(folder);
        await app.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private Task ImportAsync() => app.Services.GetRequiredService<ContentReloader>().LoadAsync(default);

    [Fact]
    public async Task The_same_files_again_change_nothing()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var import = scope.ServiceProvider.GetRequiredService<QuestionImport>();

        (await import.RunAsync(app.Services.GetRequiredService<ContentStore>().Library, default)).Should().Be(new QuestionImport.Result(0, 0, 0));
    }

    [Fact]
    public async Task Imports_at_the_same_moment_do_not_get_in_each_others_way()
    {
        File.WriteAllText(QuestionFile, File.ReadAllText(QuestionFile).Replace("八百米在图上是一小截", "八百米在图上只是一小截"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ImportAsync()));

        (await app.InDbAsync(db => db.Questions.SingleAsync(q => q.Slug == "bus-stop"))).RevisionNumber.Should().Be(2);
    }

    [Fact]
    public async Task A_changed_file_makes_a_revision_and_a_draft_keeps_the_one_it_answered()
    {
        using var visitor = app.NewVisitor();
        var review = await visitor.WriteAsync(action: "finish");
        var text = await File.ReadAllTextAsync(QuestionFile);
        await File.WriteAllTextAsync(QuestionFile, text.Replace("八百米在图上是一小截", "八百米在图上只是一小截"));

        await ImportAsync();

        (await app.InDbAsync(db => db.Questions.SingleAsync(q => q.Slug == "bus-stop"))).RevisionNumber.Should().Be(2);
        (await visitor.GetAsync(review.Address.PathAndQuery)).Text.Should().Contain("八百米在图上是一小截");
    }

    [Fact]
    public async Task A_text_that_was_typed_before_a_change_and_arrives_after_it_answers_what_stood_on_the_page()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop");
        var shown = int.Parse(page.One("form[data-number]").GetAttribute("data-number")!, System.Globalization.CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(QuestionFile, (await File.ReadAllTextAsync(QuestionFile)).Replace("八百米在图上是一小截", "八百米在图上只是一小截"));
        await ImportAsync();

        (await visitor.PutAsync($"/api/drafts/{page.DraftId()}", $"{{\"baseRevision\":0,\"question\":{shown},\"sections\":{{\"attitude\":\"{People.Words}\"}}}}", page)).Status.Should().Be(System.Net.HttpStatusCode.OK);

        shown.Should().Be(1);
        (await app.InDbAsync(db => db.Drafts.Join(db.QuestionRevisions, d => d.QuestionRevisionId, r => r.Id, (d, r) => r.Number).SingleAsync())).Should().Be(1, "the current one is 2");
    }

    [Fact]
    public async Task A_missing_file_retires_the_question_and_its_drafts_stay_readable()
    {
        using var visitor = app.NewVisitor();
        var review = await visitor.WriteAsync(action: "finish");
        foreach (var path in new[] { QuestionFile, Path.Combine(folder, "papers", "three.md") }.Concat(Directory.EnumerateFiles(Path.Combine(folder, "lessons", "four-steps"))))
            File.Delete(path);

        await ImportAsync();

        (await visitor.GetAsync("/questions/bus-stop")).Status.Should().Be(System.Net.HttpStatusCode.NotFound);
        (await visitor.GetAsync(review.Address.PathAndQuery)).Text.Should().Contain("八百米在图上是一小截");
    }

    [Fact]
    public async Task A_broken_file_changes_nothing_and_the_problem_is_known()
    {
        await File.WriteAllTextAsync(QuestionFile, "---\ntitle: [\n---\n");

        await ImportAsync();

        var store = app.Services.GetRequiredService<ContentStore>();
        store.Problems.Should().Contain(p => p.File == "questions/public-doubt/bus-stop.md");
        using var visitor = app.NewVisitor();
        (await visitor.GetAsync("/questions/bus-stop")).Text.Should().Contain("公交改线");
        // A restart finds the last good content, too.
        var restarted = new ContentStore(folder, Path.Combine(app.DataFolder, "content-last-good"));
        restarted.Reload().Should().BeFalse();
        restarted.Library.FindQuestion("bus-stop").Should().NotBeNull();
    }
}
