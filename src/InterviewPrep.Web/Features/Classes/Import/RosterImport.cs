using InterviewPrep.Web.Data;
using InterviewPrep.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes.Import;

/// <summary>What an uploaded roster would do, as the page shows it.</summary>
/// <param name="Plan">Null where the file has no lines yet, because its columns are not known.</param>
/// <param name="Columns">Names of the sheet's columns, to choose from; empty where they cannot be chosen.</param>
/// <param name="Absent">Learners of the class who have no line in the roster, and none in the file by their 学号.</param>
public sealed record RosterPreview(
    RosterPlan? Plan, IReadOnlyList<RosterProblem> Problems, string Lines, string Sheet, IReadOnlyList<string> Columns, RosterColumns Chosen, IReadOnlyList<ClassPerson> Absent);

/// <summary>Reads roster files and takes them over. The class's roster must be loaded.</summary>
public sealed class RosterImport(AppDb db, RosterUploads uploads, TimeProvider time)
{
    private const int LongestColumnName = 12;

    /// <summary>Reads a file and compares it with the class; writes nothing.</summary>
    public async Task<RosterPreview> ReadAsync(SchoolClass schoolClass, Guid person, IFormFile? file, CancellationToken ct)
    {
        if (file is null) return Refused("请先选一个 .xlsx、.xls 或 .csv 文件。");
        if (file.Length > RosterFile.LargestFile) return Refused("文件超过 2 MB，请只留花名册那一张表。");
        using var turn = uploads.Begin(person);
        if (turn is null) return Refused("您的上一个文件还在读，请等它读完再传。");
        var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        var (rows, problems) = RosterFile.Read(bytes.ToArray());
        if (rows.Count == 0) return Refused([.. problems, .. problems.Count == 0 ? [new RosterProblem("", "文件里没有学员。列名下面每行一名学员。")] : Array.Empty<RosterProblem>()]);
        return await PreviewAsync(schoolClass, rows, RosterTable.Find(rows), problems, ct);
    }

    /// <summary>Compares the sheet anew, by the columns that the person chose.</summary>
    /// <returns>Null where the sheet is none that the page sent.</returns>
    public async Task<RosterPreview?> ChooseAsync(SchoolClass schoolClass, string? sheet, RosterColumns columns, CancellationToken ct) =>
        RosterForm.ReadSheet(sheet) is { } rows ? await PreviewAsync(schoolClass, rows, columns, [], ct) : null;

    /// <summary>Does what was shown. Compared anew, so that twice does no harm.</summary>
    /// <returns>The plan that was carried out, with no preview; or a new preview where somebody else imported at the same moment; neither where the lines are none that the page sent.</returns>
    public async Task<(RosterPlan? Done, RosterPreview? Anew)> ApplyAsync(SchoolClass schoolClass, Guid person, string? lines, bool takesOdd, CancellationToken ct)
    {
        if (RosterForm.ReadLines(lines) is not { } read) return (null, null);
        var (now, plan) = (time.GetUtcNow(), RosterPlan.Compare(schoolClass, read, takesOdd));
        var detail = $"新增 {plan.CountOf(RosterOutcome.New)}，更新 {plan.CountOf(RosterOutcome.Changed)}";
        plan.Apply(now);
        db.Add(new ClassEvent(schoolClass.Id, null, person, ClassEventKind.RosterImported, detail, now));
        if (await db.SaveUnlessThereAsync(ct)) return (plan, null);
        var current = await db.Classes.Include(c => c.Archive).Include(c => c.Roster).AsSplitQuery().SingleAsync(c => c.Id == schoolClass.Id, ct);
        return (null, new RosterPreview(RosterPlan.Compare(current, read), [], lines!, "", [], new(0, 1, 1), []));
    }

    private async Task<RosterPreview> PreviewAsync(SchoolClass schoolClass, IReadOnlyList<SheetRow> rows, RosterColumns? columns, IReadOnlyList<RosterProblem> problems, CancellationToken ct)
    {
        var sheet = RosterForm.Write(rows);
        if (columns is null)
        {
            var unknown = new RosterProblem("", $"前 {RosterTable.MostHeadRows} 行里没有找到「学号」和「姓名」两列的列名。{(sheet.Length > 0 ? "请在下面选出是哪两列。" : "请加上列名再传。")}");
            return new(null, [unknown, .. problems], "", sheet, sheet.Length > 0 ? Names(rows, rows[0].Row + 1) : [], new(0, 1, rows[0].Row), []);
        }
        var (lines, more) = RosterTable.Lines(rows, columns);
        var numbers = lines.Select(l => RosterRow.Normal(l.Number)).ToHashSet();
        var linked = schoolClass.Roster.Select(r => r.UserId).ToHashSet();
        var absent = (await db.PeopleOf(schoolClass.Id, ClassRole.Learner).ToListAsync(ct)).Where(p => !linked.Contains(p.UserId) && !numbers.Contains(RosterRow.Normal(p.Number))).ToList();
        return new(lines.Count > 0 ? RosterPlan.Compare(schoolClass, lines) : null, [.. problems, .. more], RosterForm.Write(lines), sheet,
            sheet.Length > 0 ? Names(rows, columns.FirstRow) : [], columns, absent);
    }

    // A column is named by its letter and what stands in it above the first line.
    private static List<string> Names(IReadOnlyList<SheetRow> rows, int firstRow)
    {
        var heads = rows.LastOrDefault(r => r.Row < firstRow) ?? rows[0];
        var count = Math.Clamp(rows.Max(r => r.Cells.Count), 2, RosterForm.Columns);
        return [.. Enumerable.Range(0, count).Select(i => heads.Cells.ElementAtOrDefault(i).Text is { Length: > 0 } head ? $"{RosterTable.Letters(i)}：{Excerpt.Start(head.Trim(), LongestColumnName)}" : RosterTable.Letters(i))];
    }

    private static RosterPreview Refused(params IReadOnlyList<RosterProblem> problems) => new(null, problems, "", "", [], new(0, 1, 1), []);

    private static RosterPreview Refused(string reason) => Refused(new RosterProblem("", reason));
}
