using InterviewPrep.Web.Content;
using InterviewPrep.Web.Content.Coaching;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Assignments.Manage;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Reports;

/// <summary>The answers behind a bar of the overview: how one point stands in each, with its sentence.</summary>
[Authorize(Policy = Policies.Marker)]
public sealed class PointsModel(AppDb db, ContentLibrary content, CurrentPerson person, AssignmentTabQuery tabs) : AssignmentPage(db, person, tabs)
{
    /// <param name="Whose">Name, or the drawn number while names are hidden.</param>
    public sealed record Row(Guid Submission, string Whose, bool IsTicked, Evidence? Found);

    /// <summary>Number of the question in the assignment; the first where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Question { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? Point { get; init; }

    public AssignmentQuestion Asked { get; private set; } = null!;

    public Framework Framework { get; private set; } = null!;

    /// <summary>The expected points of the question.</summary>
    public IReadOnlyList<ScoringPoint> Points { get; private set; } = [];

    public ScoringPoint Chosen { get; private set; } = null!;

    /// <summary>All latest answers: first those to look at, last those in which the point is full.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(toManage: false, ct)) return NotFound();
        if ((Question is null ? Assignment.Questions.MinBy(q => q.Order) : Assignment.Questions.FirstOrDefault(q => q.Order == Question)) is not { } asked) return NotFound();
        var revision = await Db.RevisionAsync(asked.QuestionRevisionId, ct);
        if (content.FindFramework(revision.Framework) is not { } framework) return NotFound();
        (Asked, Framework) = (asked, framework);
        Points = [.. revision.Points.Select(p => framework.FindPoint(p.Point)).OfType<ScoringPoint>()];
        if ((Point is null ? (Points.Count > 0 ? Points[0] : null) : Points.FirstOrDefault(p => p.Id == Point)) is not { } chosen) return NotFound();
        Chosen = chosen;
        var hides = Assignment.HidesNames;
        var answers = await Db.Submissions.AsNoTracking().Where(s => s.AssignmentQuestionId == asked.Id && s.IsLatest).OrderBy(s => s.CandidateNumber)
            .Select(s => new { s.Id, s.CandidateNumber, Name = hides ? "" : s.Learner.DisplayName, s.Text, s.Ticks }).ToListAsync(ct);
        Rows = [.. answers.Select(a => new Row(a.Id, a.Name.Length > 0 ? a.Name : CandidateNumber.Format(a.CandidateNumber), a.Ticks.Contains(chosen.Id), AnswerReading.Of(framework, a.Text).Best(chosen.Id)))
            .OrderByDescending(r => r.Found is null ? 9 : r.Found.State == FindingState.Full ? -1 : (int)r.Found.State)];
        return Page();
    }
}
