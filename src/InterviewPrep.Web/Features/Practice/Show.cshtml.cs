using System.Globalization;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Practice;

/// <summary>
/// The draft of a question: one field a stage. Opening the page keeps nothing; the first save makes the draft.
/// With <c>?draft=</c> one's own older draft, with <c>?fresh=true</c> a new one, else the unfinished one or a new one.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // Checked in the handler: a refusal by the framework would throw away what was typed.
public sealed class ShowModel(PracticeQuery practice, PracticeSaving saving, CurrentPerson person, IAntiforgery antiforgery) : PageModel
{
    private const string FieldPrefix = "sections.";

    public PracticeView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, Guid? draft, bool fresh, CancellationToken ct)
    {
        if (await practice.OpenAsync(slug, draft, fresh, ct) is not { } view) return NotFound();
        View = view;
        person.EnsureVisitorId();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? key, int baseRevision, string? action, string? move, CancellationToken ct)
    {
        if (!DraftKey.TryParse(key, CultureInfo.InvariantCulture, out var parsed) || (parsed.Slug ?? slug) != slug) return NotFound();
        var owner = person.EnsureVisitorId();
        if (await practice.FindAsync(slug, parsed.Id, ct) is not { } kept) return NotFound();
        var stages = Request.Form.Where(f => f.Key.StartsWith(FieldPrefix, StringComparison.Ordinal)).ToDictionary(f => f.Key[FieldPrefix.Length..], f => f.Value.ToString());
        View = kept.Typed(parsed, baseRevision, stages);
        if (!await antiforgery.ValidateAsync(HttpContext)) return this.Refuse("页面放得太久了，还没有保存。您写的都在下面，请再按一次。", StatusCodes.Status400BadRequest);

        var outcome = await saving.RunAsync(View, owner, stages, action, move, ct);
        if (outcome.Next is not null) return Redirect(outcome.Next);
        if (outcome.View is null) return NotFound();
        View = outcome.View;
        return this.Refuse(outcome.Reason, outcome.Status);
    }
}
