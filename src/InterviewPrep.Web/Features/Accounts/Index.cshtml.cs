using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.SignIn.School;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>The person's own page: who they are here, how they sign in, and the way to their data.</summary>
[Authorize]
public sealed class IndexModel(AppDb db, UserManager<AppUser> users, IOptions<ExternalLoginOptions> externalLogin) : PageModel
{
    public AppUser Account { get; private set; } = null!;

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public int Passkeys { get; private set; }

    public bool IsLinked { get; private set; }

    public string? ExternalLoginName => externalLogin.Value.IsOn ? externalLogin.Value.Name : null;

    /// <summary>What the form holds: what is kept, or what was typed and refused.</summary>
    public ProfileForm Input { get; private set; } = null!;

    public string Hash { get; private set; } = "";

    /// <summary>What was just done, for the line that says so.</summary>
    public string? Done { get; private set; }

    public async Task OnGetAsync(string? done, CancellationToken ct)
    {
        await LoadAsync(ct);
        Done = done switch { "saved" => "已保存。", "password" => "密码已修改，其他设备都已退出。", "tied" => $"已绑定{ExternalLoginName}。", _ => null };
    }

    public async Task<IActionResult> OnPostAsync([FromForm] ProfileForm form, CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = form;
        if (this.IsOutdated(Hash)) return this.Refuse(FormHash.ConflictMessage("基本情况刚在别处改过", "保存"));
        if (!ModelState.IsValid) return Page();
        form.WriteTo(Account);
        await db.SaveChangesAsync(ct);
        return Redirect("/account?done=saved");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Account = await db.Users.SingleAsync(u => u.Id == User.ImpersonatorOrSelfId(), ct);
        Input = ProfileForm.Of(Account);
        Hash = FormHash.Of(Account.DisplayName, Account.StudentNumber, Account.School, Account.Unit, Account.HomeTown, Account.SpeakingRate);
        Roles = await db.RolesOf(Account.Id).ToListAsync(ct);
        Passkeys = (await users.GetPasskeysAsync(Account)).Count;
        IsLinked = (await users.GetLoginsAsync(Account)).Count > 0;
    }
}
