using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Assignments;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Reports;

/// <summary>Marks and answers as files: safe to open, true to the text, and without names while they are hidden.</summary>
public sealed class ExportTests(App app) : IClassFixture<App>
{
    private static readonly string[] Kinds = ["xlsx", "csv", "docx", "zip"];

    [Fact]
    public async Task The_files_hold_what_was_written_and_marked_to_the_character()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var words = "=cmd|' /C calc'!A0，“第一句”，\n第二行 _x000D_ <b>&\u3000𬱖，还有 1+1=2；" + People.Words;
        await room.AnswerAsync(assignment, room.AId, words);
        await room.AnswerAsync(assignment, room.BId);
        await room.MarkAllAsync(assignment, comment: "@这里可以说出一个具体的时间。");

        var csv = await BytesAsync(room.Teacher, room, assignment, "csv");
        csv.Take(3).Should().Equal(0xEF, 0xBB, 0xBF);
        Encoding.UTF8.GetString(csv).Should().Contain($"\"'{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"").And.Contain("\"S1\"").And.Contain($"\"{People.Words}\"").And.NotContain("只给老师看的备注");

        using var xlsx = new ZipArchive(new MemoryStream(await BytesAsync(room.Teacher, room, assignment, "xlsx")));
        var cells = await XmlAsync(xlsx, "xl/worksheets/sheet1.xml");
        var texts = cells.Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value.Replace("_x005F_", "_", StringComparison.Ordinal)).ToList();
        texts.Should().Contain(words, "a text in a workbook is no formula, and the learner's words stay as they are").And.Contain(People.Words);
        texts.Should().Contain(t => t.EndsWith("@这里可以说出一个具体的时间。", StringComparison.Ordinal)).And.NotContain(t => t.StartsWith('\''));
        cells.Descendants().Should().NotContain(e => e.Name.LocalName == "f");
        cells.Descendants().Where(e => e.Name.LocalName == "v").Select(e => e.Value).Should().Contain("80");

        using var docx = new ZipArchive(new MemoryStream(await BytesAsync(room.Teacher, room, assignment, "docx")));
        (await XmlAsync(docx, "word/document.xml")).Root!.Value.Should().Contain("第二行 _x000D_ <b>&\u3000𬱖").And.Contain("得分 80 / 100").And.Contain("未发布").And.NotContain("只给老师看的备注");
        (await XmlAsync(docx, "word/styles.xml")).Descendants().Attributes().Should().Contain(a => a.Name.LocalName == "eastAsia" && a.Value == "宋体");

        using var sheet = SpreadsheetDocument.Open(new MemoryStream(await BytesAsync(room.Teacher, room, assignment, "xlsx")), false);
        using var letter = WordprocessingDocument.Open(new MemoryStream(await BytesAsync(room.Teacher, room, assignment, "docx")), false);
        new OpenXmlValidator().Validate(sheet).Select(e => e.Description).Should().BeEmpty();
        new OpenXmlValidator().Validate(letter).Select(e => e.Description).Should().BeEmpty();

        var print = await room.Teacher.GetAsync(Address(room, assignment) + "/print");
        print.Page.QuerySelectorAll("header.first").Length.Should().Be(2);
        print.Text.Should().NotContain("只给老师看的备注");
    }

    [Fact]
    public async Task While_names_are_hidden_no_file_and_no_file_name_tells_a_name()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync(p => p with { IsAnonymous = true });
        await room.AnswerAsync(assignment, room.AId);
        await room.MarkAllAsync(assignment);
        var (name, lot) = await app.InDbAsync(async db => (await db.Users.Where(u => u.Id == room.AId).Select(u => u.DisplayName).SingleAsync(), await db.CandidateNumbers.Where(l => l.LearnerId == room.AId && l.AssignmentId == assignment).Select(l => l.Number).SingleAsync()));

        foreach (var text in await AllTextsAsync(room, assignment)) text.Should().NotContain(name).And.NotContain("S1");
        (await AllTextsAsync(room, assignment)).Should().Contain(t => t.Contains(CandidateNumber.Format(lot)));
        foreach (var page in new[] { "overview", "print", "follow-up", "appeals", "exemplars", "redo" })
            (await room.Teacher.GetAsync($"{Address(room, assignment)}/{page}")).Page.QuerySelector("main")!.TextContent.Should().NotContain(name, page);

        await app.InDbAsync(async db =>
        {
            db.Add((await db.Assignments.Include(a => a.AnonymityLift).SingleAsync(a => a.Id == assignment)).LiftAnonymity(room.TeacherId, app.Clock.GetUtcNow())!);
            return await db.SaveChangesAsync();
        });
        (await AllTextsAsync(room, assignment)).Should().Contain(t => t.Contains(name));
    }

    [Fact]
    public async Task Every_file_and_print_says_whether_the_marks_are_released()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.AnswerAsync(assignment, room.AId);
        await room.MarkAllAsync(assignment);

        async Task SaysAsync(string said, string unsaid)
        {
            (await room.Teacher.GetAsync(Address(room, assignment) + "/print")).TextOf("main").Should().Contain(said).And.NotContain(unsaid);
            foreach (var kind in Kinds)
            {
                var texts = new List<string>();
                await ReadAsync(await BytesAsync(room.Teacher, room, assignment, kind), texts);
                string.Concat(texts).Should().Contain(said, kind).And.NotContain(unsaid, kind);
            }
        }

        await SaysAsync("未发布", "已发布");
        await room.ReleaseAsync(assignment);
        await SaysAsync("已发布", "未发布");
        await room.TakeBackAsync(assignment);
        await SaysAsync("未发布", "已发布");
    }

    [Fact]
    public async Task Only_those_who_manage_the_class_get_files()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.AnswerAsync(assignment, room.AId);
        foreach (var path in Kinds.Select(k => "export/" + k).Append("print"))
        {
            foreach (var visitor in new[] { room.A, room.Stranger, room.Assistant })
                (await visitor.GetAsync($"{Address(room, assignment)}/{path}")).Status.Should().Be(HttpStatusCode.NotFound);
        }
        using var administrator = await app.NewPersonAsync("管理员", InterviewPrep.Web.Features.Accounts.Roles.Administrator);
        (await administrator.GetAsync($"{Address(room, assignment)}/export/csv")).Status.Should().Be(HttpStatusCode.OK);
        (await room.Teacher.GetAsync($"{Address(room, assignment)}/export/exe")).Status.Should().Be(HttpStatusCode.NotFound);
        (await room.Teacher.GetAsync($"/classes/{room.StrangersClassId}/assignments/{assignment}/export/csv")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [OfficeFact("Writer", "libswlo.so")]
    public async Task LibreOffice_opens_the_document_and_finds_the_text() =>
        (await ConvertedAsync("docx", "txt:Text (encoded):UTF8", "txt")).Should().Contain("=1+［1］1，先听人说完。").And.Contain("［1］").And.Contain("得分 80 / 100");

    [OfficeFact("Calc", "libsclo.so")]
    public async Task LibreOffice_opens_the_workbook_and_finds_the_text() =>
        (await ConvertedAsync("xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1", "csv")).Should().Contain("学号").And.Contain("\"=1+1，先听人说完。").And.Contain("80");

    [OfficeFact("Calc", "libsclo.so")]
    public async Task LibreOffice_opens_the_csv_and_finds_the_text() =>
        (await ConvertedAsync("csv", "xlsx:Calc MS Excel 2007 XML", "xlsx")).Should().Contain("学号").And.Contain("'=1+1，先听人说完。").And.Contain("未发布");

    private async Task<string> ConvertedAsync(string kind, string filter, string extension)
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.AnswerAsync(assignment, room.AId, "=1+1，先听人说完。" + People.Words);
        await room.MarkAllAsync(assignment);
        var folder = Directory.CreateTempSubdirectory("interviewprep-office-").FullName;
        var file = Path.Combine(folder, "export." + kind);
        await File.WriteAllBytesAsync(file, await BytesAsync(room.Teacher, room, assignment, kind));
        using var office = Process.Start(new ProcessStartInfo(OfficeFactAttribute.Executable, [$"-env:UserInstallation=file://{folder}/profile", "--headless", .. kind == "csv" ? ["--infilter=CSV:44,34,76,1"] : Array.Empty<string>(), "--convert-to", filter, "--outdir", folder, file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await office.WaitForExitAsync();
        var text = await TextAsync(Path.ChangeExtension(file, extension));
        Directory.Delete(folder, recursive: true);
        return text;
    }

    private static async Task<string> TextAsync(string file)
    {
        if (Path.GetExtension(file) != ".xlsx") return await File.ReadAllTextAsync(file);
        using var zip = new ZipArchive(File.OpenRead(file));
        return (await XmlAsync(zip, "xl/sharedStrings.xml")).Root!.Value;
    }

    private static string Address(Classroom room, Guid assignment) => $"/classes/{room.ClassId}/assignments/{assignment}";

    private static async Task<byte[]> BytesAsync(Visitor visitor, Classroom room, Guid assignment, string kind) =>
        await visitor.Client.GetByteArrayAsync(new Uri($"{Address(room, assignment)}/export/{kind}", UriKind.Relative));

    private static async Task<XDocument> XmlAsync(ZipArchive zip, string entry)
    {
        await using var stream = zip.GetEntry(entry)!.Open();
        return await XDocument.LoadAsync(stream, LoadOptions.PreserveWhitespace, default);
    }

    // All that can be read in the files, names of entries too.
    private static async Task<List<string>> AllTextsAsync(Classroom room, Guid assignment)
    {
        var texts = new List<string>();
        foreach (var kind in Kinds) await ReadAsync(await BytesAsync(room.Teacher, room, assignment, kind), texts);
        return texts;
    }

    private static async Task ReadAsync(byte[] bytes, List<string> texts)
    {
        if (bytes is not [(byte)'P', (byte)'K', ..])
        {
            texts.Add(Encoding.UTF8.GetString(bytes));
            return;
        }
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            texts.Add(entry.FullName);
            using var content = new MemoryStream();
            await using (var stream = entry.Open()) await stream.CopyToAsync(content);
            await ReadAsync(content.ToArray(), texts);
        }
    }
}
