using System.IO.Compression;
using System.Text.Json;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Drafts;

public sealed class DraftExportTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task One_download_holds_every_draft_version_and_exercise_for_people_and_for_programs()
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync("留给自己的一份，带一个少见的字𬱖。", action: "finish");
        await visitor.WriteAsync("另一题。", People.OtherQuestion, "stance");
        await visitor.SubmitAsync(await visitor.GetAsync("/lessons/first-words"), "form[action*=Exercise] button", ("answer", "练的那一句。"));
        await visitor.SubmitAsync(await visitor.GetAsync("/drafts"), "main li.card form[action$=delete] button");

        using var zip = await DownloadAsync(visitor);

        var json = JsonDocument.Parse(Read(zip, "everything.json")).RootElement;
        json.GetProperty("drafts").GetArrayLength().Should().Be(2, "a deleted draft is in it too");
        json.GetProperty("drafts")[0].GetProperty("sections").GetProperty("attitude").GetString().Should().EndWith("𬱖。");
        json.GetProperty("drafts")[0].GetProperty("versions").GetArrayLength().Should().Be(1);
        json.GetProperty("exercises")[0].GetProperty("text").GetString().Should().Be("练的那一句。");
        var markdown = zip.Entries.Single(e => e.FullName.StartsWith("001 ", StringComparison.Ordinal)).FullName;
        Read(zip, markdown).Should().StartWith("# ").And.Contain("## 态度").And.Contain("少见的字𬱖");
    }

    [Fact]
    public async Task Somebody_without_a_word_gets_an_empty_file_and_nobody_elses_words()
    {
        using var writer = app.NewVisitor();
        using var other = app.NewVisitor();
        await writer.WriteAsync("别人的话。");

        using var zip = await DownloadAsync(other);

        Read(zip, "everything.json").Should().NotContain("别人的话");
        zip.Entries.Should().ContainSingle();
    }

    private static async Task<ZipArchive> DownloadAsync(Visitor visitor)
    {
        var response = await visitor.Client.GetAsync(new Uri("/drafts/export", UriKind.Relative));
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/zip");
        response.Content.Headers.ContentDisposition!.FileNameStar.Should().StartWith("我的作答");
        return new ZipArchive(await response.Content.ReadAsStreamAsync());
    }

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
