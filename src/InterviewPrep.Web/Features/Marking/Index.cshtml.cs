using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Assignments.Manage;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>The queue of an assignment: what waits to be marked, and what is marked. Who marks in the class is asked in the query.</summary>
[Authorize]
public sealed class IndexModel(AppDb db, ContentLibrary content, AssignmentTabQuery tabs, AttemptCloser closer, TimeProvider time) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public QueueView View { get; set; } = new();

    public Assignment Assignment { get; private set; } = null!;

    public IReadOnlyList<MarkingQuestion> Questions { get; private set; } = [];

    public IReadOnlyDictionary<Guid, MarkingProgress> Progress { get; private set; } = null!;

    public IReadOnlyList<QueueRow> Rows { get; private set; } = [];

    public IReadOnlyList<Stage> Stages { get; private set; } = [];

    public IReadOnlyList<string> Piles { get; private set; } = [];

    public Guid? NextUnmarked { get; private set; }

    public Paging Paging { get; private set; } = null!;

    /// <summary>True for teachers, who change the rubric and lift anonymity; false for assistants.</summary>
    public bool Decides { get; private set; }

    public AssignmentTabs Tabs { get; private set; } = null!;

    public string Path => $"/classes/{Assignment.ClassId}/assignments/{Assignment.Id}/marking";

    public async Task<IActionResult> OnGetAsync(Guid classId, Guid assignmentId, CancellationToken ct)
    {
        var marker = Marker.Of(User);
        if (await db.CachedAsync(("queue of", marker, classId, assignmentId), () => FindAsync(db.Assignments.AsNoTracking().MarkedBy(marker), classId, assignmentId, ct)) is not { } assignment) return NotFound();
        Assignment = assignment;
        await closer.CloseAsync(assignmentId, ct);
        Decides = await db.CachedAsync(("taught", marker, assignmentId), () => db.Assignments.TaughtBy(marker).AnyAsync(a => a.Id == assignmentId, ct));
        Tabs = await tabs.ReadAsync(assignment, "/marking", Decides, marker.Id, ct);
        Questions = await db.QuestionsOfAsync(assignmentId, ct);
        if (!View.ByLearner && Questions.All(q => q.Id != View.Question)) View = View with { Question = Questions[0].Id };
        var queue = new MarkingQueueQuery(db, assignment, View, marker, time.GetUtcNow());
        Stages = [.. (await queue.FrameworksAsync(ct)).SelectMany(f => content.FindFramework(f)?.Stages ?? []).DistinctBy(s => s.Id)];
        Progress = await queue.ProgressAsync(ct);
        Paging = Paging.Of(Request, await queue.CountAsync(Progress, ct), PageSize);
        Rows = await queue.PageAsync(Paging.Skip, PageSize, ct);
        NextUnmarked = await queue.NextUnmarkedAsync(null, null, ct);
        Piles = await queue.PilesAsync(ct);
        return Page();
    }

    /// <summary>Shows the names to all markers, for good; it is written into the class's log.</summary>
    public async Task<IActionResult> OnPostOpenAsync(Guid classId, Guid assignmentId, CancellationToken ct)
    {
        var marker = Marker.Of(User);
        if (await FindAsync(db.Assignments.TaughtBy(marker), classId, assignmentId, ct) is not { } assignment) return NotFound();
        if (assignment.LiftAnonymity(marker.Id, time.GetUtcNow()) is { } line)
        {
            db.Add(line);
            await db.SaveChangesAsync(ct);
        }
        return Redirect($"/classes/{classId}/assignments/{assignmentId}/marking");
    }

    private static Task<Assignment?> FindAsync(IQueryable<Assignment> assignments, Guid classId, Guid assignmentId, CancellationToken ct) =>
        assignments.Include(a => a.AnonymityLift).Include(a => a.Class).SingleOrDefaultAsync(a => a.Id == assignmentId && a.ClassId == classId, ct);
}
