using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Paper.Layout;
using InterviewPrep.Web.Features.Paper.Word;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Paper.Packs;

/// <summary>Sheets for an assignment, for those who mark it: one for each learner, or a blank one.</summary>
[Authorize]
public sealed class AssignmentModel(AppDb db, SheetPrinting printing, SheetWord word) : PageModel
{
    private const string Blank = "blank";

    public Assignment Assignment { get; private set; } = null!;

    public Pack? Pack { get; private set; }

    public SheetDocument Document { get; private set; } = null!;

    /// <summary>Learners without a 抽签号.</summary>
    public int WithoutNumber { get; private set; }

    public string Back => $"/classes/{Assignment.ClassId}/assignments/{Assignment.Id}";

    public string Address => Back + "/sheets";

    public bool IsForClass => Pack is not null;

    public IReadOnlyList<(string, string, bool)> Whom =>
        [(Address + Document.Choices.Query(), "全班，一人一份", IsForClass), ($"{Address}{Document.Choices.Query()}&for={Blank}", "一份空白的", !IsForClass)];

    /// <param name="whom">For whom: everybody, or nobody.</param>
    public async Task<IActionResult> OnGetAsync(Guid classId, Guid assignmentId, [FromQuery(Name = "for")] string? whom, int? from, bool whole, CancellationToken ct) =>
        await LoadAsync(classId, assignmentId, whom, from, whole, ct) ? Page() : NotFound();

    /// <summary>The same as a Word file, everybody's in one.</summary>
    public async Task<IActionResult> OnGetWordAsync(Guid classId, Guid assignmentId, [FromQuery(Name = "for")] string? whom, CancellationToken ct) =>
        await LoadAsync(classId, assignmentId, whom, null, true, ct) ? File(word.Write(Document), SheetWord.ContentType, $"{Document.Title} 答题纸.docx") : NotFound();

    /// <summary>Draws the numbers, so that everybody can have a sheet.</summary>
    public async Task<IActionResult> OnPostDrawAsync(Guid classId, Guid assignmentId, CancellationToken ct)
    {
        if (await FindAsync(classId, assignmentId, ct) is not { } assignment) return NotFound();
        await db.DrawCandidateNumbersAsync(assignment, ct);
        return Redirect($"/classes/{classId}/assignments/{assignmentId}/sheets");
    }

    private Task<Assignment?> FindAsync(Guid classId, Guid assignmentId, CancellationToken ct) =>
        db.Assignments.AsNoTracking().Include(a => a.Class).Include(a => a.AnonymityLift).MarkedBy(Marker.Of(User)).SingleOrDefaultAsync(a => a.Id == assignmentId && a.ClassId == classId, ct);

    private async Task<bool> LoadAsync(Guid classId, Guid assignmentId, string? whom, int? from, bool whole, CancellationToken ct)
    {
        if (await FindAsync(classId, assignmentId, ct) is not { } assignment) return false;
        Assignment = assignment;
        var choices = SheetChoices.From(Request.Query);
        var people = new List<SheetPerson> { new(null, "") };
        if (whom != Blank)
        {
            (var rows, WithoutNumber) = await db.OfAssignmentAsync(assignment, ct);
            Pack = Pack.Of(rows, from, whole);
            people = [.. Pack.Shown.Select(r => r.Person)];
        }
        Document = await printing.OfPeopleAsync(assignment.Title, await db.RevisionsOfAsync(assignmentId, ct), people, choices, ct);
        return true;
    }
}
