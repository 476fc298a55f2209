using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.SignIn.Passkeys;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Password;

/// <summary>Passwords: which are taken, whether one is right, and the making of one for somebody else.</summary>
public sealed class Passwords(UserManager<AppUser> users, PasswordHashingLimit hashing, StaffPasskeys staffPasskeys, IOptions<SiteOptions> site)
{
    /// <summary>Fewest and most characters; a character outside the basic plane is one.</summary>
    public const int Fewest = 8, Most = 128;

    /// <returns>Why a password cannot be taken, or null.</returns>
    public string? Validate(string password, AppUser user)
    {
        var length = UnicodePasswordHasher.Form(password).EnumerateRunes().Count();
        if (length < Fewest) return $"密码至少 {Fewest} 个字符。";
        if (length > Most) return $"密码最多 {Most} 个字符。";
        return CommonPasswords.Contains(password, user.UserName ?? "", user.DisplayName, site.Value.Name) ? "这个密码太常见，很容易被猜到。换一个试试，比如几个不相干的词连起来。" : null;
    }

    /// <summary>The hash to keep.</summary>
    public Task<string> HashAsync(AppUser user, string password, CancellationToken ct) =>
        hashing.RunAsync(HashingTurn.Others, () => Task.FromResult(users.PasswordHasher.HashPassword(user, password)), ct);

    /// <summary>
    /// Whether a password is right. For nobody and for an account without password it takes as long as for a wrong one. Called inside PasswordHashingLimit.
    /// </summary>
    public async Task<bool> IsRightAsync(AppUser? user, string password)
    {
        // Longer than any password that can be set, so it need not be hashed; whoever sends it learns nothing from that.
        if (password.Length > 4 * Most) return false;
        if (user?.PasswordHash is not null) return await users.CheckPasswordAsync(user, password);
        hashing.HashForNobody(users.PasswordHasher, password);
        return false;
    }

    /// <summary>Gives an account a password of its own; all its sessions end.</summary>
    public async Task SetAsync(AppUser user, string password, CancellationToken ct)
    {
        user.PasswordHash = await HashAsync(user, password, ct);
        user.InitialPasswordUntil = null;
        await users.UpdateSecurityStampAsync(user);
    }

    /// <summary>Gives an account a password made here, to be handed over on paper; all its sessions end.</summary>
    public async Task<string> IssueAsync(AppUser user, DateTimeOffset now, CancellationToken ct)
    {
        var password = InitialPassword.New();
        user.PasswordHash = await HashAsync(user, password, ct);
        user.InitialPasswordUntil = now + InitialPassword.Lifetime;
        await staffPasskeys.ForgetAsync(user, ct);
        await users.UpdateSecurityStampAsync(user);
        return password;
    }
}
