using System.Diagnostics;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Paper.Exams;
using InterviewPrep.Web.Features.Paper.Word;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Tests.Features.Paper;

public sealed class WordTests(App app) : IClassFixture<App>
{
    /// <summary>A fact that needs LibreOffice.</summary>
    private sealed class SofficeFactAttribute : FactAttribute
    {
        public SofficeFactAttribute() => Skip = File.Exists("/usr/bin/soffice") ? null : "/usr/bin/soffice is missing; bash tests/run.sh installs it";
    }

    private static readonly string[] Kinds = ["blank", "hints", "points", "model", "twomodels", "mine", "scratch"];

    [Fact]
    public async Task Every_kind_and_size_is_a_valid_word_file_with_headings_and_chinese_fonts()
    {
        using var teacher = await app.NewPersonAsync("word-teacher", Roles.Teacher);
        await teacher.WriteAsync();
        foreach (var address in Addresses())
        {
            using var file = WordprocessingDocument.Open(new MemoryStream(await FileAsync(teacher, address)), false);

            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(e => $"{address}: {e.Description} {e.Path?.XPath}").Should().BeEmpty();
            var main = file.MainDocumentPart!;
            main.StyleDefinitionsPart!.Styles!.Descendants<RunFonts>().Should().OnlyContain(f => f.EastAsia == "宋体");
            main.Document!.Body!.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value).Should().Contain("Heading1");
            main.FooterParts.Single().Footer!.Descendants<SimpleField>().Select(f => f.Instruction!.Value!.Trim()).Should().Equal("PAGE", "NUMPAGES");
            main.ExternalRelationships.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Characters_that_xml_cannot_hold_do_not_break_the_file()
    {
        SafeText.Xml("甲\u0001\uFFFE\uD800乙\uD83D\uDC4D\t").Should().Be("甲乙\uD83D\uDC4D\t");
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync("先接住人 ]]> <w:p> & \u200E 𬱖 👍，再查清事，然后把规矩补上。");

        using var file = WordprocessingDocument.Open(new MemoryStream(await FileAsync(visitor, "/sheets/bus-stop/word?kind=mine")), false);

        file.MainDocumentPart!.Document!.Body!.InnerText.Should().Contain("]]> <w:p> & ").And.Contain("𬱖");
    }

    [SofficeFact]
    public async Task Libre_office_opens_them_and_makes_the_same_pages()
    {
        using var visitor = app.NewVisitor();
        var folder = Directory.CreateTempSubdirectory("interviewprep-word-").FullName;
        var files = new List<string>();
        foreach (var (name, address) in new[] { ("a4", "/sheets/bus-stop/word"), ("a3", "/sheets/bus-stop/word?size=A3&kind=hints"), ("lesson", "/sheets/lesson/first-words/word"), ("panel", "/sheets/panel/three?handler=Word&doc=all&candidates=30") })
        {
            files.Add(Path.Combine(folder, name + ".docx"));
            await File.WriteAllBytesAsync(files[^1], await FileAsync(visitor, address));
        }

        await RunAsync("soffice", ["--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder, .. files]);

        (await RunAsync("pdfinfo", [Path.Combine(folder, "a4.pdf")])).Should().MatchRegex("Pages: +2").And.Contain("(A4)");
        (await RunAsync("pdfinfo", [Path.Combine(folder, "a3.pdf")])).Should().MatchRegex("Pages: +1").And.Contain("(A3)");
        (await RunAsync("pdftotext", [Path.Combine(folder, "a4.pdf"), "-"])).Should().MatchRegex("第 ?1 ?页").And.Contain("训练用纸");
        // A notice, two pages of slips, a book, seven examiners, two time tables, three summaries.
        (await RunAsync("pdfinfo", [Path.Combine(folder, "panel.pdf")])).Should().MatchRegex("Pages: +16");
        File.Exists(Path.Combine(folder, "lesson.pdf")).Should().BeTrue();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_model_answer_is_in_the_file_only_after_an_attempt()
    {
        using var visitor = app.NewVisitor();

        using var file = WordprocessingDocument.Open(new MemoryStream(await FileAsync(visitor, "/sheets/bus-stop/word?kind=model")), false);

        file.MainDocumentPart!.Document!.Body!.InnerText.Should().NotContain("八百米在图上").And.Contain("抽签号");
        (await visitor.GetAsync("/sheets/none/word")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Addresses() =>
    [
        .. from kind in Kinds from size in new[] { "A4", "A3", "B5" } from type in new[] { "normal", "large" } select $"/sheets/bus-stop/word?kind={kind}&size={size}&type={type}",
        "/sheets/bus-stop/word?paper=grid", "/sheets/open-lawn/word", "/sheets/set/word?q=bus-stop&q=open-lawn&kind=book", "/sheets/paper/three/word", .. from doc in PanelChoices.Documents select $"/sheets/panel/three?handler=Word&doc={doc.Id}&candidates=30", "/sheets/panel/three?handler=Word&doc=summary&drop=none", "/sheets/lesson/first-words/word?size=B5",
    ];

    private static async Task<byte[]> FileAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.Client.GetAsync(new Uri(visitor.Client.BaseAddress!, address));
        answer.StatusCode.Should().Be(HttpStatusCode.OK, address);
        answer.Content.Headers.ContentType!.MediaType.Should().Be(SheetWord.ContentType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<string> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text;
    }
}
