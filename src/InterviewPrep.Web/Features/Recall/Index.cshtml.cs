using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Goals;
using InterviewPrep.Web.Site;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Recall;

/// <summary>One missed point at a time, said for another question, compared, graded.</summary>
[AllowAnonymous]
public sealed class IndexModel(AppDb db, DailyRecall queue, CurrentPerson person, CurrentGoal goal, SiteTime time) : PageModel
{
    public DailyRecall.Today Today { get; private set; } = null!;

    public RecallExercise? Exercise { get; private set; }

    /// <summary>True where the example and the grades are shown.</summary>
    public bool IsRevealed { get; private set; }

    public string Words { get; private set; } = "";

    public string? Problem { get; private set; }

    /// <summary>Key of the form: the same grade sent twice counts once.</summary>
    public Guid Key { get; private set; } = Guid.NewGuid();

    [BindProperty(SupportsGet = true)]
    public bool More { get; set; }

    /// <summary>Where no exercise is due: the day on which the next one is, or null.</summary>
    public DateOnly? NextDay { get; private set; }

    /// <summary>With the grades: the day on which each brings the point back.</summary>
    public IReadOnlyDictionary<RecallGrade, DateOnly> DueAfter { get; private set; } = new Dictionary<RecallGrade, DateOnly>();

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostRevealAsync(int item, string? words, Guid key, CancellationToken ct)
    {
        await LoadAsync(ct);
        (Exercise, Words, Key) = (await queue.FindAsync(item, person.Id, ct), words ?? "", key);
        if (Exercise is null) return NotFound();
        Problem = Refuse(Words);
        IsRevealed = Problem is null;
        DueAfter = Exercise.Item.DueAfter(time.Today, await goal.ExamDateAsync(ct));
        return Page();
    }

    public async Task<IActionResult> OnPostGradeAsync(int item, string? words, Guid key, RecallGrade grade, CancellationToken ct)
    {
        Words = words ?? "";
        if (!Enum.IsDefined(grade) || key == Guid.Empty || Refuse(Words) is not null) return BadRequest();
        if (await queue.FindAsync(item, person.Id, ct) is not { } exercise) return NotFound();
        // A form that was sent before, or an item that another tab has graded meanwhile, is done.
        if (exercise.Item.DueOn <= time.Today)
        {
            db.Add(exercise.Item.Answer(key, exercise.Question.Slug, Words, grade, time.Today, await goal.ExamDateAsync(ct), time.Now));
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.IsUniqueViolation(e))
            {
            }
        }
        return Redirect(More ? "/recall?more=true" : "/recall");
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid answer, CancellationToken ct)
    {
        var last = await db.AnswersSince(person.Id, queue.StartOfDay()).Include(a => a.Item).FirstOrDefaultAsync(ct);
        if (last is null) return NotFound();
        if (last.Id == answer)
        {
            last.Item.Undo(last);
            db.Remove(last);
            await db.SaveChangesAsync(ct);
        }
        return Redirect(More ? "/recall?more=true" : "/recall");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Today = await queue.ReadAsync(person.Id, More, ct);
        Exercise = Today.Next;
        if (Exercise is null)
            NextDay = await db.RecallItems.OwnedBy(person.Id).Where(i => i.DueOn > time.Today).OrderBy(i => i.DueOn).Select(i => (DateOnly?)i.DueOn).FirstOrDefaultAsync(ct);
    }

    private static string? Refuse(string words) => words.Length > RecallAnswer.LongestText
        ? $"一两句就够，最多 {RecallAnswer.LongestText} 个字符。"
        : ForbiddenCharacters.Find(words) is { } c ? $"内容里有无法保存的控制字符（{c}），请删掉它再试。" : null;
}
