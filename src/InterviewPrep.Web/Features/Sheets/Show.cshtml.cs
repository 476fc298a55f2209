using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Sheets;

/// <summary>The printable answer sheet of a question. A model answer is printed only after one's own attempt.</summary>
[AllowAnonymous]
public sealed class ShowModel(AppDb db, ContentLibrary content, CurrentPerson person, TimeProvider time) : PageModel
{
    public QuestionRevision Revision { get; private set; } = null!;

    public Framework Frame { get; private set; } = null!;

    public Draft? Draft { get; private set; }

    public ModelAnswer? Answer { get; private set; }

    public string Kind { get; private set; } = Sheet.Blank;

    public string Paper { get; private set; } = Sheet.LinesPaper;

    public string Size { get; private set; } = "A4";

    /// <summary>Why something else is shown than was asked for; null where it is what was asked for.</summary>
    public string? Notice { get; private set; }

    public IEnumerable<ScoringPoint> Expected(Stage stage) => stage.Points.Where(p => Revision.Points.Any(e => e.Point == p.Id));

    public async Task<IActionResult> OnGetAsync(string slug, string? kind, string? paper, string? size, Guid? draft, CancellationToken ct)
    {
        if (await db.CurrentRevisionAsync(slug, person.Id, ct) is not { } revision || content.FindFramework(revision.Framework) is not { } frame) return NotFound();
        (Revision, Frame) = (revision, frame);
        Kind = Sheet.Kinds.Any(k => k.Id == kind) ? kind! : Sheet.Blank;
        Paper = Sheet.Papers.Any(p => p.Id == paper) ? paper! : Sheet.LinesPaper;
        Size = Sheet.Sizes.Contains(size) ? size! : Sheet.Sizes[0];

        var mine = db.Drafts.AsNoTracking().OwnedBy(person.Id).Answering(slug);
        Draft = draft is null ? await mine.OrderByDescending(d => d.Attempt).FirstOrDefaultAsync(ct) : await mine.SingleOrDefaultAsync(d => d.Id == draft, ct);
        if (draft is not null && Draft is null) return NotFound();
        if (Kind == Sheet.Mine && Draft is null) Fall("这道题还没有您的作答，先给您空白纸。");
        if (Kind == Sheet.Model && !await mine.AnyAsync(d => d.FinishedAt != null, ct)) Fall("示例作答要在自己交过一稿之后才能打印，先给您空白纸。");
        if (Kind == Sheet.Model && await db.Withholding(revision.QuestionId, person.Id, time.GetUtcNow()).AnyAsync(ct)) Fall("这道题正在作业里，示例作答到老师设定的时候才显示，先给您空白纸。");
        Answer = Kind == Sheet.Model ? revision.Answers.First() : null;
        if (Kind == Sheet.Mine && Draft!.QuestionRevisionId != revision.Id) Revision = await db.RevisionAsync(Draft.QuestionRevisionId, ct);
        return Page();
    }

    private void Fall(string notice) => (Kind, Notice) = (Sheet.Blank, notice);
}
