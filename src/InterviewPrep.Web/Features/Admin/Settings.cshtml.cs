using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Admin;

/// <summary>What the administrator decides for the whole site.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class SettingsModel(AppDb db, AuditLog audit) : PageModel
{
    public SiteRules Rules { get; private set; } = null!;

    public bool IsSaved { get; private set; }

    public async Task OnGetAsync(bool saved, CancellationToken ct) => (Rules, IsSaved) = (await db.RulesAsync(ct), saved);

    public async Task<IActionResult> OnPostAsync(Registration registration, ClassOpeners classOpeners, CancellationToken ct)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(registration) || !Enum.IsDefined(classOpeners)) return BadRequest();
        (await db.RulesAsync(ct)).Change(registration, classOpeners);
        audit.Add(AuditEvents.RulesChanged, detail: $"{registration}, {classOpeners}");
        await db.SaveChangesAsync(ct);
        return Redirect("/admin/settings?saved=true");
    }
}
