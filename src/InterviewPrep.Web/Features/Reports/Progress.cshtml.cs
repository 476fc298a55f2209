using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Shared.Charts;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Reports;

/// <summary>A class over the weeks: how the assignments turned out, one after the other.</summary>
[Authorize(Policy = Policies.Marker)]
public sealed class ProgressModel(AppDb db, CurrentPerson person, SiteTime siteTime) : PageModel
{
    /// <summary>Assignments that the line goes back.</summary>
    private const int MostAssignments = 60;

    public sealed record Row(Guid Id, string Title, DateTimeOffset DueAt, int HandedIn, int Marked, double? MeanPercent);

    [BindProperty(SupportsGet = true)] public Guid ClassId { get; set; }

    public string ClassName { get; private set; } = "";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public LineChart? Line { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var classes = User.IsInRole(Roles.Administrator) ? db.Classes : db.Classes.MarkedBy(person.Id);
        if (await classes.Where(c => c.Id == ClassId).Select(c => c.Name).SingleOrDefaultAsync(ct) is not { } name) return NotFound();
        ClassName = name;
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.ClassId == ClassId).OrderByDescending(a => a.DueAt).Take(MostAssignments)
            .Select(a => new { a.Id, a.Title, a.DueAt, HandedIn = db.Submissions.Where(s => s.AssignmentId == a.Id && s.IsLatest).Select(s => s.LearnerId).Distinct().Count() }).ToListAsync(ct);
        var ids = assignments.Select(a => a.Id).ToList();
        var totals = (await db.Marks.AsNoTracking().Where(m => ids.Contains(m.Submission.AssignmentId) && m.Submission.IsLatest && m.Total != null)
            .Select(m => new { m.Submission.AssignmentId, Total = m.Total!.Value, m.RubricVersionId }).ToListAsync(ct)).ToLookup(m => m.AssignmentId);
        var most = (await db.AssignmentQuestions.AsNoTracking().Where(q => ids.Contains(q.AssignmentId)).SelectMany(q => q.Rubrics).ToListAsync(ct)).ToDictionary(r => r.Id, r => r.Most);
        Rows = [.. assignments.OrderBy(a => a.DueAt).Select(a => new Row(a.Id, a.Title, a.DueAt, a.HandedIn, totals[a.Id].Count(),
            totals[a.Id].Select(m => (double?)(100 * m.Total / most[m.RubricVersionId])).Average()))];
        var points = Rows.Where(r => r.MeanPercent is not null).Select(r => new LinePoint(r.Title, WallClock.Day(r.DueAt, siteTime.Zone), r.MeanPercent!.Value)).ToList();
        if (points.Count > 1) Line = new LineChart("平均得分率", points);
        return Page();
    }
}
