using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.Impersonation;
using InterviewPrep.Web.Features.Accounts.SignIn.Throttle;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Sessions;

/// <summary>
/// Ties the cookie to a row of <see cref="AccountSession"/>: the row is made at sign-in, asked for with every request, removed at sign-out.
/// </summary>
public sealed class SessionEvents(AppDb db, TimeProvider time, AuditLog audit, TrustedDevice browser, IOptions<SiteOptions> site) : CookieAuthenticationEvents
{
    private const string KeyClaim = "key";
    private const int KeyBytes = 32;

    /// <summary>Properties of the ticket that SessionIssuer sets.</summary>
    public const string MethodItem = "means", SharedItem = "shared";

    public override async Task SigningIn(CookieSigningInContext context)
    {
        var now = time.GetUtcNow();
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == Guid.Parse(context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier)!));
        var isStaff = await db.IsStaffAsync(user.Id, default);
        var (idle, whole) = isStaff ? (AccountSession.StaffIdle, AccountSession.StaffWhole) : (AccountSession.LearnerIdle, AccountSession.LearnerWhole);
        if (context.Properties.Items.ContainsKey(SharedItem)) idle = AccountSession.SharedIdle;
        var method = context.Properties.Items.TryGetValue(MethodItem, out var said) ? Enum.Parse<AuthenticationMethod>(said!) : AuthenticationMethod.Registration;
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));

        // Who signs in again gets a new session, and the one that the cookie named until now ends.
        if (context.HttpContext.User.SessionId() is { } old) await db.AccountSessions.Where(s => s.Id == old).ExecuteDeleteAsync();
        await db.AccountSessions.Where(s => s.EndsAt < now).ExecuteDeleteAsync();
        await audit.SweepAsync(default);
        db.Add(new AccountSession(user.Id, Hash(key), user.SecurityStamp!, method, idle, whole, ClientAddress.Of(context.HttpContext), context.Request.Headers.UserAgent.ToString(), now));
        audit.Add(AuditEvents.SignedIn, detail: method.ToString(), actor: user.Id);
        await db.SaveChangesAsync();

        context.Principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(KeyClaim, key)], context.Scheme.Name));
        context.Properties.IssuedUtc = now;
        context.Properties.ExpiresUtc = now + whole;
        browser.Remember(user.Id);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        // A style sheet needs no person, and no look into the store.
        if (context.HttpContext.IsForEverybody()
            || await PrincipalAsync(context.Principal?.FindFirstValue(KeyClaim)) is not { } principal)
        {
            context.RejectPrincipal();
            return;
        }
        context.ReplacePrincipal(principal);
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        if (context.HttpContext.User.SessionId() is { } id) await db.AccountSessions.Where(s => s.Id == id).ExecuteDeleteAsync();
    }

    // A path, not a full address: that would repeat whatever host the request named.
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "/";
        context.Response.Redirect(QueryString.Create(context.Options.ReturnUrlParameter, back).ToUriComponent().Insert(0, context.Options.LoginPath));
        return Task.CompletedTask;
    }

    private async Task<ClaimsPrincipal?> PrincipalAsync(string? key)
    {
        if (key is null) return null;
        var (hash, now) = (Hash(key), time.GetUtcNow());
        var found = await SessionQuery.FindAsync(db, hash);
        if (found is null || !found.Session.IsAlive(now) || found.User.IsLocked(now)) return null;
        if (found.Session.RecordUse(now)) await WriteUseAsync(found.Session.Id, hash, now);
        var isWaiting = site.Value.StaffPasskey && found.Session.Method != AuthenticationMethod.Passkey && found.Roles.Any(Roles.IsStaff);
        if (found.Session.IsImpersonating(now) && await LearnerAsync(found.Session.ImpersonatedId!.Value) is { } learner)
            return PersonClaims.Principal(found.Session, learner, [Roles.Learner], isWaiting, now);
        return PersonClaims.Principal(found.Session, found.User, found.Roles, isWaiting, now);
    }

    // Reading goes on while the store takes no writes; the next request tries again.
    private async Task WriteUseAsync(Guid session, string hash, DateTimeOffset now)
    {
        try
        {
            db.Database.SetCommandTimeout(TimeSpan.FromSeconds(1));
            await db.AccountSessions.Where(s => s.Id == session).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now));
        }
        catch (Exception e) when (db.FailureOf(e) is not null)
        {
            // The last use shows a few minutes less.
            SessionQuery.Forget(db, hash);
        }
        finally
        {
            db.Database.SetCommandTimeout((int?)null);
        }
    }

    private async Task<AppUser?> LearnerAsync(Guid id) => id == ImpersonationQueries.NewLearner
        ? new AppUser { Id = id, DisplayName = "新来的学员" }
        : await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id);

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)));
}
