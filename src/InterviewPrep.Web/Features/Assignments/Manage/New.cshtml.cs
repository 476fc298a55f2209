using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>Setting an assignment: questions out of the bank or a paper, and until when. The usual terms stand there already.</summary>
[Authorize]
public sealed class NewModel(AppDb db, ContentLibrary content, CurrentPerson person, SiteTime siteTime, TimeProvider time, QuestionSearch search) : PageModel
{
    private const int MostFound = 20;

    public sealed record QuestionRow(string Slug, string Title, string Type, string Prompt);

    public SchoolClass Class { get; private set; } = null!;

    [BindProperty]
    public AssignmentForm Input { get; set; } = new();

    /// <summary>Slugs of the questions, in the order in which they were chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Pick { get; set; } = [];

    [BindProperty]
    public string? Paper { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<QuestionRow> Picked { get; private set; } = [];

    public IReadOnlyList<QuestionRow> Found { get; private set; } = [];

    public IReadOnlyList<ExamPaper> Papers => content.Papers;

    public FormView Fields { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Input = AssignmentForm.Usual(time.GetUtcNow(), siteTime.Zone);
        return await LoadAsync(id, [], ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? action, CancellationToken ct)
    {
        if (content.FindPaper(Paper ?? "") is { } paper && Input.Pace == Pace.Timed && string.IsNullOrWhiteSpace(Input.Minutes)) Input.Minutes = $"{paper.Minutes}";
        var (plan, problems) = Input.Read(siteTime.Zone);
        if (!await LoadAsync(id, action == "search" ? [] : problems, ct)) return NotFound();
        if (action == "search") return Page();
        var (me, now) = (person.Id!.Value, time.GetUtcNow());
        var slugs = content.FindPaper(Paper ?? "")?.Questions ?? [.. Picked.Select(p => p.Slug)];
        var revisions = (await db.CurrentRevisionsAsync([.. slugs], me, ct)).ToDictionary(r => r.Question.Slug);
        var questions = slugs.Take(AssignmentPlan.MostQuestions).Select(revisions.GetValueOrDefault).OfType<QuestionRevision>().ToList();
        if (questions.Count == 0) problems = [.. problems, ("Pick", "请至少选一道题，或选一套题。")];
        if (slugs.Count > AssignmentPlan.MostQuestions) problems = [.. problems, ("Pick", $"一次作业最多 {AssignmentPlan.MostQuestions} 题。")];
        Fields = new FormView(Input, problems, false);
        if (problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var assignment = db.Add(new Assignment(id, plan, questions, content.FindPaper(Paper ?? "")?.Slug, me, now)).Entity;
        await db.SaveChangesAsync(ct);
        return Redirect($"/classes/{id}/assignments/{assignment.Id}");
    }

    private async Task<bool> LoadAsync(Guid id, IReadOnlyList<(string, string)> problems, CancellationToken ct)
    {
        var me = person.Id!.Value;
        if (await db.Classes.AsNoTracking().TaughtBy(me).Open().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } schoolClass) return false;
        Class = schoolClass;
        Fields = new FormView(Input, problems, false);
        var picks = Pick.Distinct().Take(AssignmentPlan.MostQuestions + 1).ToList();
        var picked = await Rows(db.Current(me).Where(q => picks.Contains(q.Slug))).ToListAsync(ct);
        Picked = [.. picks.Select(p => picked.FirstOrDefault(q => q.Slug == p)).OfType<QuestionRow>()];
        var found = await search.FindAsync(db.Current(me).Where(q => !picks.Contains(q.Slug)), Q, me, ct);
        Found = await Rows(found.OrderBy(f => f.Place).ThenByDescending(f => f.Question.OwnerId == me).ThenBy(f => f.Question.Difficulty).ThenBy(f => f.Question.Id).Take(MostFound).Select(f => f.Question)).ToListAsync(ct);
        return true;
    }

    private static IQueryable<QuestionRow> Rows(IQueryable<Question> questions) =>
        questions.AsNoTracking().Select(q => new QuestionRow(q.Slug, q.Title, q.Type, q.Revisions.OrderByDescending(r => r.Number).First().Prompt));
}
