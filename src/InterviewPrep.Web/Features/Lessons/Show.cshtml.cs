using System.Globalization;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Lessons;

/// <summary>One lesson with its exercise, self-check and the mark that it was read.</summary>
[AllowAnonymous]
[PublicPage]
[OwnOriginOrToken]
public sealed class ShowModel(LessonQuery lessons, LessonWork work) : PageModel
{
    public LessonView View { get; private set; } = null!;

    /// <summary>The option chosen for a self-check item, or null; chosen options are sent with every button and kept nowhere.</summary>
    public int? Chosen(int item) =>
        int.TryParse(Request.HasFormContentType ? Request.Form[$"c{item}"] : Request.Query[$"c{item}"], CultureInfo.InvariantCulture, out var option) ? option : null;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await LoadAsync(slug, ct) ? Page() : NotFound();

    /// <summary>Marks the lesson as read, and keeps what was typed meanwhile.</summary>
    public async Task<IActionResult> OnPostReadAsync(string slug, string? answer, string? basis, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct)) return NotFound();
        if (!string.IsNullOrWhiteSpace(answer) && answer != View.Answer && await SaveAsync(answer, basis, ct) is { } refused) return refused;
        if (!View.IsRead) await work.MarkReadAsync(slug, ct);
        return Redirect(await lessons.WayOnAsync(View, ct));
    }

    /// <summary>Shows which options are right; what was typed stays as it is.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string slug, string? answer, string? basis, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct)) return NotFound();
        View = View with { Answer = answer ?? "", Basis = basis ?? View.Basis };
        return Page();
    }

    /// <param name="basis">See <see cref="LessonView.Basis"/>.</param>
    public async Task<IActionResult> OnPostExerciseAsync(string slug, string? answer, string? basis, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct)) return NotFound();
        if (await SaveAsync(answer ?? "", basis, ct) is { } refused) return refused;
        var chosen = Enumerable.Range(0, View.Lesson.SelfChecks.Count).Where(i => Chosen(i) is not null).Select(i => KeyValuePair.Create($"c{i}", Chosen(i).ToString()));
        return Redirect($"/lessons/{slug}{QueryString.Create(chosen)}#example");
    }

    // The page with the reason where the answer cannot be kept; null where it was.
    private async Task<PageResult?> SaveAsync(string answer, string? basis, CancellationToken ct)
    {
        if (await work.SaveAnswerAsync(View, answer, basis, ct) is not var (view, reason, status)) return null;
        View = view;
        return this.Refuse(reason, status);
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken ct)
    {
        if (await lessons.FindAsync(slug, ct) is not { } view) return false;
        View = view;
        return true;
    }
}
