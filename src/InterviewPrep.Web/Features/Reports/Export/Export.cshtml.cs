using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Assignments.Manage;
using InterviewPrep.Web.Features.Paper.MarkedAnswers;
using InterviewPrep.Web.Features.Paper.Word;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Shared.Spreadsheets;
using InterviewPrep.Web.Site;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace InterviewPrep.Web.Features.Reports.Export;

/// <summary>Marks and answers as a file, for those who manage the class.</summary>
[Authorize(Policy = Policies.Teacher)]
public sealed class ExportModel(AppDb db, ContentLibrary content, CurrentPerson person, AssignmentTabQuery tabs, AttemptCloser closer, IWithheldAnswers withheld, AuditLog audit, SiteTime siteTime, SheetWord word) : AssignmentPage(db, person, tabs)
{
    private static readonly string[] Kinds = ["xlsx", "csv", "docx", "zip"];

    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken ct)
    {
        if (!Kinds.Contains(kind) || !await LoadAsync(toManage: true, ct)) return NotFound();
        await closer.CloseAsync(AssignmentId, ct);
        var export = await AssignmentExport.ReadAsync(Db, content, Assignment, await LearnerNamesAsync(ct), ct);
        await audit.WriteAsync(AuditEvents.Exported, detail: $"{Assignment.Title}, {kind}", ct: ct);
        return kind switch
        {
            "xlsx" => Give(Workbook.Write(MarksTable.Of(export, siteTime)), Workbook.ContentType, "成绩与作答.xlsx"),
            "csv" => Give(MarksTable.Of(export, siteTime).ToCsv(), "text/csv; charset=utf-8", "成绩与作答.csv"),
            "docx" => Give(word.Write(MarkedPapers.Document(export, export.Latest, MarkedPaper.Marked, Request.Query, siteTime)), SheetWord.ContentType, "作答与批改.docx"),
            "zip" => Give(AssignmentArchive.Write(export.Withholding(await withheld.AllWithheldAsync(Me, ct)), siteTime, word), "application/zip", "全部.zip"),
            _ => NotFound(),
        };
    }

    private FileContentResult Give(byte[] bytes, string type, string name) => File(bytes, type, SafeText.FileName($"{Assignment.Title}-{name}"));
}
