using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Recovery;

/// <summary>The person's recovery codes: how many are left, and new ones, which are shown once.</summary>
[Authorize]
[ConfirmedRecently]
public sealed class CodesModel(AppDb db, AuditLog audit, TimeProvider time) : PageModel
{
    public int Left { get; private set; }

    /// <summary>Only right after they were made.</summary>
    public IReadOnlyList<string> Made { get; private set; } = [];

    /// <summary>True for somebody who has registered a moment ago.</summary>
    public bool IsNew { get; private set; }

    public string UserName { get; private set; } = "";

    public async Task OnGetAsync(bool registered, CancellationToken ct)
    {
        IsNew = registered;
        await LoadAsync(ct);
    }

    public async Task OnPostAsync(CancellationToken ct)
    {
        var id = User.ImpersonatorOrSelfId()!.Value;
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            // The button pressed twice at once: one after the other, and the last codes stand.
            await db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(set => set.SetProperty(u => u.DisplayName, u => u.DisplayName), ct);
            await db.RecoveryCodes.Where(c => c.UserId == id).ExecuteDeleteAsync(ct);
            Made = [.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.New())];
            db.AddRange(Made.Select(c => new RecoveryCode(id, c, time.GetUtcNow())));
            audit.Add(AuditEvents.RecoveryCodesMade);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        await LoadAsync(ct);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var id = User.ImpersonatorOrSelfId();
        Left = await db.RecoveryCodes.CountAsync(c => c.UserId == id, ct);
        UserName = await db.Users.Where(u => u.Id == id).Select(u => u.UserName!).SingleAsync(ct);
    }
}
