using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>A page about one assignment for those who mark it. What is not theirs is not found.</summary>
public abstract class AssignmentPage(AppDb db, CurrentPerson person, AssignmentTabQuery tabs) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid ClassId { get; set; }

    [BindProperty(SupportsGet = true)] public Guid AssignmentId { get; set; }

    public Assignment Assignment { get; private set; } = null!;

    /// <summary>True for teachers of the class and administrators: assistants mark and manage nothing.</summary>
    public bool MayManage { get; private set; }

    /// <summary>What stands on top of the page.</summary>
    public AssignmentTabs Tabs { get; private set; } = null!;

    /// <summary>Where the pages of this assignment stand.</summary>
    public string Address => $"/classes/{ClassId}/assignments/{AssignmentId}";

    protected AppDb Db => db;

    protected Guid Me => person.Id!.Value;

    /// <summary>Assignments that somebody may look at as a marker: of the own classes, and for an administrator all.</summary>
    protected IQueryable<Assignment> Reported => User.IsInRole(Roles.Administrator) ? db.Assignments : db.Assignments.MarkedBy(Me);

    /// <summary>Loads the assignment with its questions and release.</summary>
    /// <param name="toManage">True where only those may who manage the class.</param>
    protected async Task<bool> LoadAsync(bool toManage, CancellationToken ct)
    {
        MayManage = User.IsInRole(Roles.Administrator) || await db.CachedAsync(("teaches", Me, AssignmentId), () => db.Assignments.TaughtBy(Me).AnyAsync(a => a.Id == AssignmentId, ct));
        if (toManage && !MayManage) return false;
        // A page that is only read shares what it shows; one that changes something follows its own.
        var found = HttpMethods.IsGet(Request.Method) ? await db.CachedAsync(("assignment", Me, User.IsInRole(Roles.Administrator), ClassId, AssignmentId), () => FindAsync(Reported.AsNoTracking(), ct)) : await FindAsync(Reported, ct);
        if (found is null) return false;
        Assignment = found;
        Tabs = await tabs.ReadAsync(found, "/" + Request.Path.Value!.TrimEnd('/').Split('/')[^1], MayManage, Me, ct);
        return true;
    }

    private Task<Assignment?> FindAsync(IQueryable<Assignment> among, CancellationToken ct) =>
        among.AsSplitQuery().Include(a => a.Class.Archive).Include(a => a.Release).Include(a => a.AnonymityLift)
            .Include(a => a.Questions).ThenInclude(q => q.Question).Include(a => a.Questions).ThenInclude(q => q.Rubrics)
            .SingleOrDefaultAsync(a => a.Id == AssignmentId && a.ClassId == ClassId, ct);

    /// <summary>Names of the class's learners: who hands in, by 抽签号 while names are hidden.</summary>
    protected async Task<LearnerNames> LearnerNamesAsync(CancellationToken ct) => await LearnerNames.OfAsync(db, Assignment, ct);
}
