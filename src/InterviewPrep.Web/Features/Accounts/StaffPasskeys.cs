using InterviewPrep.Web.Data;
using InterviewPrep.Web.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>
/// Where the site wants it (<see cref="SiteOptions.StaffPasskey"/>), teachers, assistants and administrators come in by passkey: the device
/// and its lock are two factors. A password then only serves to add the first one.
/// </summary>
public sealed class StaffPasskeys(AppDb db, UserManager<AppUser> users, IOptions<SiteOptions> site)
{
    /// <summary>Whether this account must come in by passkey.</summary>
    public async Task<bool> AreAskedOfAsync(AppUser user, CancellationToken ct) =>
        site.Value.StaffPasskey && await db.RolesOf(user.Id).AnyAsync(r => r != Roles.Learner, ct);

    /// <summary>Whether a password opens nothing, because a passkey is there.</summary>
    public async Task<bool> ReplacePasswordAsync(AppUser user, CancellationToken ct) =>
        await AreAskedOfAsync(user, ct) && (await users.GetPasskeysAsync(user)).Count > 0;

    /// <summary>Whether a session that began so may only add a passkey.</summary>
    /// <param name="roles">Roles of the account.</param>
    public bool IsWaiting(Means means, IEnumerable<string> roles) =>
        site.Value.StaffPasskey && (means is Means.Password or Means.Registration) && roles.Any(r => r != Roles.Learner);

    /// <summary>Forgets the passkeys of an account that gets a login slip: whoever asks for one has lost his.</summary>
    public async Task ForgetAsync(AppUser user, CancellationToken ct)
    {
        if (!await AreAskedOfAsync(user, ct)) return;
        foreach (var passkey in await users.GetPasskeysAsync(user)) await users.RemovePasskeyAsync(user, passkey.CredentialId);
    }
}
