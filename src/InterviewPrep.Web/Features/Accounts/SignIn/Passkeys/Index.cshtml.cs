using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Passkeys;

/// <summary>The person's passkeys, and adding one.</summary>
[Authorize]
[ConfirmedRecently]
public sealed class IndexModel(AppDb db, UserManager<AppUser> users, SignInManager<AppUser> signIn, PasskeyVerifier passkeys, AuditLog audit) : PageModel
{
    /// <param name="Id">Credential id, hexadecimal: addresses here are in small letters.</param>
    public sealed record Row(string Id, string Name, DateTimeOffset CreatedAt, bool IsBackedUp);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>A session that began without the passkey that the site wants adds the first one, and no further ones.</summary>
    public bool TakesMore => Rows.Count < (User.MustAddPasskey() ? 1 : PasskeyVerifier.Most);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var user = await LoadAsync();
        if (!TakesMore) return StatusCode(StatusCodes.Status409Conflict);
        return Content(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.UserName!, DisplayName = user.DisplayName }), "application/json");
    }

    public async Task<IActionResult> OnPostAsync(string? credential, string? name, CancellationToken ct)
    {
        var user = await LoadAsync();
        var known = name?.Trim() is { Length: > 0 } given ? given : "通行密钥";
        var problem = PersonalText.Validate(known, "名字", PasskeyVerifier.LongestName)
            ?? (TakesMore ? null : User.MustAddPasskey() ? "通行密钥已经有了。请退出，用它登录以后再添加。" : $"最多 {PasskeyVerifier.Most} 把通行密钥，先删掉不用的。");
        if (problem is null && await passkeys.VerifyAttestationAsync(credential) is { } passkey)
        {
            passkey.Name = known;
            audit.Add(AuditEvents.PasskeyAdded);
            await users.AddOrUpdatePasskeyAsync(user, passkey);
            await db.SaveChangesAsync(ct);
            return RedirectToPage();
        }
        return this.Refuse(problem ?? "没有添加成功，请再试一次。");
    }

    private async Task<AppUser> LoadAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        var keys = await users.GetPasskeysAsync(user);
        Rows = [.. keys.OrderBy(k => k.CreatedAt).Select(k => new Row(Convert.ToHexStringLower(k.CredentialId), k.Name ?? "通行密钥", k.CreatedAt, k.IsBackedUp))];
        return user;
    }
}
