using System.Security.Claims;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Passkeys;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts.SignIn;

/// <summary>The one way into a session, whichever way somebody has proved who they are.</summary>
public sealed class SessionIssuer(IHttpContextAccessor accessor, TimeProvider time, StaffPasskeys staffPasskeys, AuditLog audit)
{
    /// <param name="shared">A browser that others use too: the session ends with it, or after a short pause.</param>
    /// <returns>Why the person cannot come in; null where the session has begun.</returns>
    public async Task<string?> SignInAsync(AppUser user, AuthenticationMethod method, bool shared, CancellationToken ct)
    {
        var context = accessor.HttpContext!;
        var now = time.GetUtcNow();
        var problem = user.IsLocked(now) ? "这个账号已停用，请联系管理员。"
            : method == AuthenticationMethod.Password && user.InitialPasswordUntil < now ? "这张登录条上的密码已过期，请找老师或管理员重新要一张。"
            : method != AuthenticationMethod.Passkey && await staffPasskeys.ReplaceOtherWaysAsync(user, ct) ? "老师、助教和管理员要用通行密钥登录。通行密钥用不了的话，请找管理员要一张登录条。" : null;
        if (problem is not null)
        {
            await audit.WriteAsync(AuditEvents.SignInRefused, subject: user.Id, detail: method.ToString(), ct: ct);
            return problem;
        }
        var properties = new AuthenticationProperties { IsPersistent = !shared, Items = { [SessionEvents.MethodItem] = method.ToString() } };
        if (shared) properties.Items[SessionEvents.SharedItem] = "";
        await context.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user.Id.ToString())], method.ToString())), properties);
        return null;
    }
}
