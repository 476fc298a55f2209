using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Paper.Exams;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>What a sitting was like: a page for each question, the paper as a whole, and everything together for the printer.</summary>
[AllowAnonymous]
public sealed class ReportModel(AppDb db, ContentLibrary content, IWithheldAnswers withheld, CurrentPerson person, TimeProvider time) : PageModel
{
    private const int MostEarlier = 5;

    /// <summary>Which question is shown; 0 for the whole paper.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public int Shown { get; init; }

    /// <summary>True where everything stands on one page, to be printed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; init; }

    public ExamSitting Sitting { get; private set; } = null!;

    public SittingCourse Course { get; private set; } = null!;

    public IReadOnlyList<ReportedQuestion> Questions { get; private set; } = [];

    public IReadOnlyList<EarlierSitting> Earlier { get; private set; } = [];

    /// <summary>测评要素 with their usual weights.</summary>
    public IReadOnlyList<ElementColumn> Elements { get; } = PanelChoices.From(QueryCollection.Empty).Columns;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(db.ExamSittings.AsNoTracking(), id, ct) || Shown < 0 || Shown > Questions.Count) return NotFound();
        return Course.IsOver ? Page() : Redirect($"/sittings/{id}");
    }

    public async Task<IActionResult> OnPostScoreAsync(Guid id, [FromForm] IReadOnlyList<string?> points, CancellationToken ct)
    {
        if (!await LoadAsync(db.ExamSittings, id, ct)) return NotFound();
        if (!Course.IsOver) return Redirect($"/sittings/{id}");
        if (TypedPoints.Read(Elements, points) is not { } scores) return this.Refuse("每一项都要给分，从 0 到它的分值，可以有半分。");
        Sitting.Score(scores, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Redirect($"/sittings/{id}/report");
    }

    private async Task<bool> LoadAsync(IQueryable<ExamSitting> sittings, Guid id, CancellationToken ct)
    {
        if (await sittings.OwnedBy(person.Id).Include(s => s.Answers).Include(s => s.Takes).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } sitting) return false;
        (Sitting, Course) = (sitting, sitting.CourseAt(time.GetUtcNow()));
        var kept = await withheld.AllWithheldAsync(person.Id, ct);
        Questions = [.. (await db.QuestionsAsync(sitting, whole: true, ct)).Select((q, i) => new ReportedQuestion(sitting.AnswerTo(i + 1), q, content.FrameworkOf(q.Framework), Course.HasAnswered(i + 1),
            Course.Spent(SittingPhase.Thinking, i + 1, Course.Current.At), Course.Spent(SittingPhase.Answering, i + 1, Course.Current.At), kept.Contains(q.QuestionId)) { Takes = [.. sitting.Takes.Where(t => t.Question == i + 1).OrderBy(t => t.CreatedAt)] })];
        var earlier = await db.ExamSittings.AsNoTracking().OwnedBy(person.Id).Where(s => s.CreatedAt < sitting.CreatedAt).OrderByDescending(s => s.CreatedAt).Take(MostEarlier).ToListAsync(ct);
        Earlier = [.. earlier.Select(s => (Sitting: s, Course: s.CourseAt(time.GetUtcNow()))).Where(s => s.Course.IsOver)
            .Select(s => new EarlierSitting(s.Sitting.Id, s.Sitting.Title, s.Sitting.CreatedAt, s.Sitting.Total, s.Course.Used(s.Course.Current.At), Enumerable.Range(1, s.Sitting.Rules.Questions).Count(s.Course.HasAnswered), s.Sitting.Rules.Questions))];
        return true;
    }
}
