using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Passkeys;

/// <summary>Renames or removes one of the person's passkeys.</summary>
[Authorize]
[ConfirmedRecently]
public sealed class ShowModel(AppDb db, UserManager<AppUser> users, StaffPasskeys staffPasskeys, AuditLog audit) : PageModel
{
    public AppUser Account { get; private set; } = null!;

    public UserPasskeyInfo Passkey { get; private set; } = null!;

    /// <summary>Without it the person could not sign in any more.</summary>
    public bool IsLastWay { get; private set; }

    /// <summary>The site wants a passkey of this person, and this is the only one.</summary>
    public bool IsWanted { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string? name, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var wanted = name?.Trim() ?? "";
        var problem = wanted.Length == 0 ? "请起个名字。" : PersonalText.Validate(wanted, "名字", PasskeyVerifier.LongestName);
        if (problem is not null) return this.Refuse(problem);
        Passkey.Name = wanted;
        await users.AddOrUpdatePasskeyAsync(Account, Passkey);
        return Redirect("/account/passkeys");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || IsLastWay || IsWanted) return NotFound();
        audit.Add(AuditEvents.PasskeyRemoved);
        await users.RemovePasskeyAsync(Account, Passkey.CredentialId);
        await db.SaveChangesAsync(ct);
        return Redirect("/account/passkeys");
    }

    private async Task<bool> LoadAsync(string id, CancellationToken ct)
    {
        Account = (await users.GetUserAsync(User))!;
        if (id.Length % 2 != 0 || !id.All(char.IsAsciiHexDigit) || await users.GetPasskeyAsync(Account, Convert.FromHexString(id)) is not { } passkey) return false;
        Passkey = passkey;
        var isOnly = (await users.GetPasskeysAsync(Account)).Count == 1;
        IsLastWay = isOnly && Account.PasswordHash is null && (await users.GetLoginsAsync(Account)).Count == 0;
        IsWanted = isOnly && await staffPasskeys.AreAskedOfAsync(Account, ct);
        return true;
    }
}
