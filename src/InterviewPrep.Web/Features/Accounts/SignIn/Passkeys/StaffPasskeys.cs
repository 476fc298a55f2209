using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Passkeys;

/// <summary>
/// Where the site wants it (<see cref="SiteOptions.StaffPasskey"/>), teachers, assistants and administrators come in by passkey: the device
/// and its lock are two factors. A password or the school's own sign-in then only serves to add the first one.
/// </summary>
public sealed class StaffPasskeys(AppDb db, UserManager<AppUser> users, AuditLog audit, IOptions<SiteOptions> site)
{
    /// <summary>Whether this account must come in by passkey.</summary>
    public async Task<bool> AreAskedOfAsync(AppUser user, CancellationToken ct) =>
        site.Value.StaffPasskey && await db.IsStaffAsync(user.Id, ct);

    /// <summary>Whether a password or the school's sign-in opens nothing, because a passkey is there.</summary>
    public async Task<bool> ReplaceOtherWaysAsync(AppUser user, CancellationToken ct) =>
        await AreAskedOfAsync(user, ct) && (await users.GetPasskeysAsync(user)).Count > 0;

    /// <summary>Forgets the passkeys of an account that gets a login slip: whoever asks for one has lost theirs.</summary>
    public async Task ForgetAsync(AppUser user, CancellationToken ct)
    {
        if (!await AreAskedOfAsync(user, ct)) return;
        foreach (var passkey in await users.GetPasskeysAsync(user))
        {
            audit.Add(AuditEvents.PasskeyRemoved, subject: user.Id);
            await users.RemovePasskeyAsync(user, passkey.CredentialId);
        }
    }
}
