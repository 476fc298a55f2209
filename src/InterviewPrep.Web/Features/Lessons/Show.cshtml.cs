using System.Globalization;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Site;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Lessons;

/// <summary>One lesson with its exercise, self-check and the mark that it was read.</summary>
[AllowAnonymous]
[PublicPage]
[OwnOriginOrToken]
public sealed class ShowModel(AppDb db, ContentLibrary content, CurrentPerson person, TimeProvider time) : PageModel
{
    public Lesson Lesson { get; private set; } = null!;

    public Track Track { get; private set; } = null!;

    public Stage? Stage { get; private set; }

    public IReadOnlySet<string> Read { get; private set; } = new HashSet<string>();

    public bool IsRead => Read.Contains(Lesson.Slug);

    public string Answer { get; private set; } = "";

    public string? AnswerProblem { get; private set; }

    /// <summary>What was written in another place before signing in.</summary>
    public IReadOnlyList<EarlierAnswer> Earlier { get; private set; } = [];

    public bool ShowsExample { get; private set; }

    public Lesson? Next => Track.Lessons.SkipWhile(l => l.Slug != Lesson.Slug).Skip(1).FirstOrDefault();

    public IReadOnlyList<(ScoringPoint Point, int Stage)> Points { get; private set; } = [];

    public IReadOnlyList<QuestionContent> Questions => [.. Lesson.Questions.Select(content.FindQuestion).OfType<QuestionContent>()];

    /// <summary>The option chosen for a self-check item, or null; chosen options are sent with every button and kept nowhere.</summary>
    public int? Chosen(int item) =>
        int.TryParse(Request.HasFormContentType ? Request.Form[$"c{item}"] : Request.Query[$"c{item}"], CultureInfo.InvariantCulture, out var option) ? option : null;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await LoadAsync(slug, ct) ? Page() : NotFound();

    /// <summary>Marks the lesson as read, and keeps what was typed meanwhile.</summary>
    public async Task<IActionResult> OnPostReadAsync(string slug, string? answer, string? basis, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct)) return NotFound();
        if (!string.IsNullOrWhiteSpace(answer) && answer != Answer && !await KeepAsync(slug, answer, basis, ct)) return Page();
        if (!IsRead)
        {
            db.Add(new LessonCompletion(person.EnsureVisitorId(), slug, time.GetUtcNow()));
            await SaveOnceAsync(ct);
        }
        return Redirect(Next is { } next ? $"/lessons/{next.Slug}" : "/lessons");
    }

    /// <summary>Shows which options are right; what was typed stays as it is.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string slug, string? answer, string? basis, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct)) return NotFound();
        (Answer, Basis) = (answer ?? "", basis ?? Basis);
        return Page();
    }

    /// <summary>Hash of the stored answer that the form was made from, so that an old tab overwrites nothing unseen.</summary>
    public string Basis { get; private set; } = "";

    /// <param name="basis">See <see cref="Basis"/>.</param>
    public async Task<IActionResult> OnPostExerciseAsync(string slug, string? answer, string? basis, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct)) return NotFound();
        if (!await KeepAsync(slug, answer ?? "", basis, ct)) return Page();
        var chosen = Enumerable.Range(0, Lesson.SelfChecks.Count).Where(i => Chosen(i) is not null).Select(i => KeyValuePair.Create($"c{i}", Chosen(i).ToString()));
        return Redirect($"/lessons/{slug}{QueryString.Create(chosen)}#example");
    }

    // True where the answer is in the store; else the page says why it is not.
    private async Task<bool> KeepAsync(string slug, string answer, string? basis, CancellationToken ct)
    {
        Answer = answer;
        AnswerProblem = ExerciseAnswer.ProblemOf(answer);
        if (AnswerProblem is not null)
        {
            ShowsExample = false;
            return false;
        }
        var owner = person.EnsureVisitorId();
        var kept = await db.ExerciseAnswers.SingleOrDefaultAsync(a => a.OwnerId == owner && a.Lesson == slug, ct);
        if (kept is not null && basis is not null && kept.Text != Answer && basis != Sha256.Hex(kept.Text))
        {
            (AnswerProblem, Basis, Response.StatusCode) = ($"您在别处已经存了另一句：「{kept.Text}」。要换成现在这句，请再按一次。", Sha256.Hex(kept.Text), StatusCodes.Status409Conflict);
            return false;
        }
        kept ??= db.Add(new ExerciseAnswer(owner, slug)).Entity;
        kept.Write(Answer, time.GetUtcNow());
        await SaveOnceAsync(ct);
        return true;
    }

    // The same button pressed twice at once: the first row stands, and that is what was asked for.
    private async Task SaveOnceAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (db.IsUniqueViolation(e))
        {
        }
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken ct)
    {
        if (content.FindLesson(slug) is not { } lesson) return false;
        Lesson = lesson;
        Track = content.Tracks.First(t => t.Slug == lesson.Track);
        var framework = lesson.Framework is { } f ? content.FindFramework(f) : null;
        Stage = lesson.Stage is { } s ? framework?.FindStage(s) : null;
        Points = [.. lesson.Points.Select(p => (framework?.FindPoint(p), framework?.FindPoint(p) is { } point ? framework.FindStage(point.Stage)!.Number : 0))
            .Where(p => p.Item1 is not null).Select(p => (p.Item1!, p.Item2))];
        Read = await db.LessonCompletions.Where(c => c.OwnerId == person.Id).Select(c => c.Lesson).ToHashSetAsync(ct);
        var kept = await db.ExerciseAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.OwnerId == person.Id && a.Lesson == slug, ct);
        (Answer, Earlier) = (kept?.Text ?? "", kept?.Earlier ?? []);
        Basis = Sha256.Hex(Answer);
        ShowsExample = kept is not null;
        return true;
    }
}
