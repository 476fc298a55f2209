using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Shared;
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

    public string Hash { get; private set; } = "";

    public async Task OnGetAsync(bool saved, CancellationToken ct)
    {
        await LoadAsync(ct);
        IsSaved = saved;
    }

    public async Task<IActionResult> OnPostAsync(Registration registration, ClassOpeners classOpeners, CancellationToken ct)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(registration) || !Enum.IsDefined(classOpeners)) return BadRequest();
        await LoadAsync(ct);
        Rules.Change(registration, classOpeners);
        if (this.IsOutdated(Hash)) return this.Refuse(FormHash.ConflictMessage("设置刚在别处改过", "保存"));
        audit.Add(AuditEvents.RulesChanged, detail: $"{registration}, {classOpeners}");
        await db.SaveChangesAsync(ct);
        return Redirect("/admin/settings?saved=true");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Rules = await db.RulesAsync(ct);
        Hash = FormHash.Of(Rules.Registration, Rules.ClassOpeners);
    }
}
