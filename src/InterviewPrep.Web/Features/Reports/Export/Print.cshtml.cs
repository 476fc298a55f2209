using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Assignments.Manage;
using InterviewPrep.Web.Features.Paper.Layout;
using InterviewPrep.Web.Features.Paper.MarkedAnswers;
using InterviewPrep.Web.Features.Paper.Word;
using InterviewPrep.Web.Site;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace InterviewPrep.Web.Features.Reports.Export;

/// <summary>All answers with their marks on paper, one after the other, or a single one: marked sheets or feedback sheets.</summary>
[Authorize(Policy = Policies.Teacher)]
public sealed class PrintModel(AppDb db, ContentLibrary content, CurrentPerson person, AssignmentTabQuery tabs, AttemptCloser closer, SiteTime siteTime, SheetWord word) : AssignmentPage(db, person, tabs)
{
    public AssignmentExport Export { get; private set; } = null!;

    public string Kind { get; private set; } = MarkedPaper.Marked;

    public SheetDocument Document { get; private set; } = null!;

    /// <param name="submission">Only this one; all where none is named.</param>
    public async Task<IActionResult> OnGetAsync(string? kind, Guid? submission, CancellationToken ct) => await ReadAsync(kind, submission, ct) ? Page() : NotFound();

    /// <summary>The same as a Word file.</summary>
    public async Task<IActionResult> OnGetWordAsync(string? kind, Guid? submission, CancellationToken ct) =>
        await ReadAsync(kind, submission, ct) ? File(word.Write(Document), SheetWord.ContentType, $"{SafeText.FileName(Document.Title)}.docx") : NotFound();

    private async Task<bool> ReadAsync(string? kind, Guid? submission, CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return false;
        await closer.CloseAsync(AssignmentId, ct);
        Export = await AssignmentExport.ReadAsync(Db, content, Assignment, await LearnerNamesAsync(ct), ct);
        var answers = submission is null ? [.. Export.Latest] : Export.All.Where(a => a.Submission.Id == submission).ToList();
        if (submission is not null && answers.Count == 0) return false;
        if (kind is not null) Kind = MarkedPaper.Known(kind);
        Document = MarkedPapers.Document(Export, answers, Kind, Request.Query, siteTime);
        return true;
    }
}
