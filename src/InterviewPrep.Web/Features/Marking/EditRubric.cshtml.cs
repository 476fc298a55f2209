using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>The rubric of one question: changed in versions, and only after it was said what becomes of the marked answers.</summary>
[Authorize]
public sealed class EditRubricModel(AppDb db, RubricChange change, TimeProvider time) : PageModel
{
    private const int SpareRows = 2;

    [BindProperty]
    public RubricForm Input { get; set; } = new();

    public AssignmentQuestion Question { get; private set; } = null!;

    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>What the change would do; null before it was asked for.</summary>
    public RubricEffect? Effect { get; private set; }

    /// <summary>False for an assistant, who may read it.</summary>
    public bool Decides { get; private set; }

    public string Queue => $"/classes/{Question.Assignment.ClassId}/assignments/{Question.AssignmentId}/marking";

    public async Task<IActionResult> OnGetAsync(Guid classId, Guid assignmentId, Guid questionId, CancellationToken ct)
    {
        if (!await LoadAsync(classId, assignmentId, questionId, ct)) return NotFound();
        Input = RubricForm.Of(Question.Rubric);
        AddSpareRows();
        return Page();
    }

    /// <param name="apply">True once the effect was shown and confirmed.</param>
    public async Task<IActionResult> OnPostAsync(Guid classId, Guid assignmentId, Guid questionId, bool apply, CancellationToken ct)
    {
        if (!await LoadAsync(classId, assignmentId, questionId, ct) || !Decides) return NotFound();
        var elements = Input.Read([.. Question.Rubrics.SelectMany(r => r.Elements).Select(e => e.Key).Distinct()]);
        Problems = Input.Number != Question.RubricNumber
            ? ["评分表刚被别人改过。请先看看新的，再改。"]
            : elements.SequenceEqual(Question.Rubric.Elements) ? ["没有改动。"] : [.. RubricVersion.Problems(elements).Distinct()];
        if (Input.Number != Question.RubricNumber) Response.StatusCode = StatusCodes.Status409Conflict;
        if (Problems.Count == 0 && apply)
        {
            var marker = Marker.Of(User);
            db.Add(new ClassEvent(classId, assignmentId, marker.Id, ClassEventKind.RubricChanged, $"第 {Question.Order} 题，第 {Question.RubricNumber + 1} 版", time.GetUtcNow()));
            if (await change.TryApplyAsync(Question, elements, marker.Id, ct)) return Redirect($"{Queue}/rubric/{questionId}");
            Problems = ["刚好有人在存分数，没有换成。请再点一次。"];
        }
        else if (Problems.Count == 0)
        {
            Effect = await change.PreviewAsync(Question, elements, ct);
        }
        ModelState.Clear();
        if (Effect is null) AddSpareRows();
        return Page();
    }

    private void AddSpareRows()
    {
        while (Input.Rows.Count(r => string.IsNullOrWhiteSpace(r.Name)) < SpareRows) Input.Rows.Add(new RubricForm.Row { Kind = ElementKind.Points });
    }

    private async Task<bool> LoadAsync(Guid classId, Guid assignmentId, Guid questionId, CancellationToken ct)
    {
        var marker = Marker.Of(User);
        if (!await db.Assignments.MarkedBy(marker).AnyAsync(a => a.Id == assignmentId && a.ClassId == classId, ct)) return false;
        if (await db.AssignmentQuestions.Include(q => q.Rubrics).Include(q => q.Assignment).Include(q => q.Question)
            .SingleOrDefaultAsync(q => q.Id == questionId && q.AssignmentId == assignmentId, ct) is not { } question) return false;
        Question = question;
        Decides = await db.Assignments.TaughtBy(marker).AnyAsync(a => a.Id == assignmentId, ct);
        return true;
    }
}
