using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts.SignIn.School;

/// <summary>Accounts linked to the school's own sign-in, by issuer and subject, never by a name or an e-mail address.</summary>
public sealed partial class SchoolAccounts(AppDb db, UserManager<AppUser> users, NewAccount accounts, AuditLog audit, IOptions<ExternalLoginOptions> externalLogin, ILogger<SchoolAccounts> logger)
{
    /// <summary>Length of the column.</summary>
    private const int LongestKey = 128;

    /// <summary>Characters that are left free for the figure behind a name that is taken.</summary>
    private const int FigureLength = 6;

    /// <summary>Times that a name is chosen anew because somebody else took it at the same moment.</summary>
    private const int MostTries = 10;

    /// <summary>The key of whoever a validated ticket names; null where it does not say by whom it was issued, or for whom.</summary>
    public static string? KeyOf(AuthenticateResult ticket) =>
        ticket.Succeeded && ticket.Properties.Items.TryGetValue(ExternalLoginSetup.IssuerItem, out var issuer) && !string.IsNullOrWhiteSpace(issuer)
        && ticket.Principal.FindFirstValue("sub") is { Length: > 0 } subject ? Key(issuer, subject) : null;

    /// <summary>An issuer is an address, so it holds no blank.</summary>
    public static string Key(string issuer, string subject) => $"{issuer} {subject}" is { Length: <= LongestKey } key ? key
        : "sha256 " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer} {subject}")));

    public Task<AppUser?> FindAsync(string key) => users.FindByLoginAsync(ExternalLoginSetup.Scheme, key);

    public Task TieAsync(AppUser user, string key) => users.AddLoginAsync(user, new UserLoginInfo(ExternalLoginSetup.Scheme, key, externalLogin.Value.Name));

    /// <summary>Whether somebody new gets an account.</summary>
    public async Task<bool> MayMakeAsync(CancellationToken ct) => externalLogin.Value.MakesAccounts || await db.RegistrationAsync(ct) == Registration.Anyone;

    /// <summary>The name by which the school knows somebody; null where it tells none that can be taken.</summary>
    public static string? NameOf(ClaimsPrincipal person) => Usable(person.FindFirstValue("name")) ?? Usable(person.FindFirstValue("preferred_username"));

    /// <summary>Makes an account with the key.</summary>
    /// <param name="shown">The person's name. The user name is the school's own one where it tells one, with a figure where that is taken.</param>
    public async Task<AppUser?> MakeAsync(ClaimsPrincipal person, string shown, string key, CancellationToken ct)
    {
        var wanted = Usable(person.FindFirstValue("preferred_username")) ?? shown;
        for (var i = 0; i < MostTries; i++)
        {
            var (user, _) = await accounts.MakeAsync(new NewAccount.Order(await FreeNameAsync(wanted, ct), shown, null, [Roles.Learner]), ct);
            if (user is null) continue;
            await TieAsync(user, key);
            await audit.WriteAsync(AuditEvents.Registered, actor: user.Id, detail: nameof(AuthenticationMethod.External), ct: ct);
            return user;
        }
        return null;
    }

    /// <summary>Tells the operator that the provider sends no names.</summary>
    public void WithoutName() => LogWithoutName(externalLogin.Value.Authority);

    /// <summary>A name as it can be taken, or null.</summary>
    public static string? Usable(string? name) => name?.Trim() is { } trimmed && PersonalText.ValidateUserName(trimmed) is null ? trimmed : null;

    private async Task<string> FreeNameAsync(string name, CancellationToken ct)
    {
        var stem = Excerpt.Start(name, AppUser.LongestUserName - FigureLength);
        var start = users.NormalizeName(stem)!;
        var taken = (await db.Users.Where(u => u.NormalizedUserName!.StartsWith(start)).Select(u => u.NormalizedUserName!).ToListAsync(ct)).ToHashSet();
        var free = name;
        for (var i = 2; taken.Contains(users.NormalizeName(free)!); i++) free = $"{stem}{i}";
        return free;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The OpenID Connect provider {Authority} sent neither name nor preferred_username")]
    private partial void LogWithoutName(string authority);
}
