using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Admin;

/// <summary>Codes that let people register while registration is by invitation.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class InvitationsModel(AppDb db, AuditLog audit, TimeProvider time) : PageModel
{
    private const int MostRows = 200;

    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    public Registration Registration { get; private set; }

    public DateTimeOffset Now => time.GetUtcNow();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Registration = await db.RegistrationAsync(ct);
        Invitations = await db.Invitations.AsNoTracking().OrderByDescending(i => i.Id).Take(MostRows).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(string? note, int people, int days, CancellationToken ct)
    {
        note = note?.Trim() ?? "";
        var problem = PersonalText.Validate(note, "用途", Invitation.LongestNote)
            ?? (people is < 1 or > Invitation.MostPeople ? $"人数从 1 到 {Invitation.MostPeople}。" : null)
            ?? (days is < 1 or > Invitation.LongestDays ? $"天数从 1 到 {Invitation.LongestDays}。" : null);
        if (problem is not null)
        {
            await OnGetAsync(ct);
            return this.Refuse(problem);
        }
        db.Add(new Invitation(note, people, Now + TimeSpan.FromDays(days), User.ImpersonatorOrSelfId()!.Value, Now));
        audit.Add(AuditEvents.InvitationMade, detail: $"{people} 人，{days} 天");
        await db.SaveChangesAsync(ct);
        return Redirect("/admin/invitations");
    }

    public async Task<IActionResult> OnPostCloseAsync(int id, CancellationToken ct)
    {
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } invitation) return NotFound();
        invitation.Close(Now);
        audit.Add(AuditEvents.InvitationClosed);
        await db.SaveChangesAsync(ct);
        return Redirect("/admin/invitations");
    }
}
