using System.Globalization;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.SignIn.School;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>The person's own page: who he is here, how he signs in, and the way to his data.</summary>
[Authorize]
public sealed class IndexModel(AppDb db, UserManager<AppUser> users, IOptions<ExternalLoginOptions> externalLogin) : PageModel
{
    public AppUser Account { get; private set; } = null!;

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public int Passkeys { get; private set; }

    public bool IsLinked { get; private set; }

    public string? ExternalLoginName => externalLogin.Value.IsOn ? externalLogin.Value.Name : null;

    public string? Problem { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>What was just done, for the line that says so.</summary>
    public string? Done { get; private set; }

    public async Task OnGetAsync(string? done, CancellationToken ct)
    {
        await LoadAsync(ct);
        Done = done switch { "saved" => "已保存。", "password" => "密码已修改，其他设备都已退出。", "tied" => $"已绑定{ExternalLoginName}。", _ => null };
    }

    public async Task<IActionResult> OnPostAsync(string? displayName, string? studentNumber, string? school, string? pace, CancellationToken ct)
    {
        await LoadAsync(ct);
        (Account.DisplayName, Account.StudentNumber, Account.School) = (displayName?.Trim() ?? "", studentNumber?.Trim() ?? "", school?.Trim() ?? "");
        Problem = (Account.DisplayName.Length == 0 ? "姓名不能空着。" : PersonalText.Validate(Account.DisplayName, "姓名", AppUser.LongestName))
            ?? PersonalText.Validate(Account.StudentNumber, "学号", AppUser.LongestNumber)
            ?? PersonalText.Validate(Account.School, "学校", AppUser.LongestSchool)
            ?? ReadPace(pace);
        if (this.IsOutdated(Hash)) Problem = FormHash.ConflictMessage("基本情况刚在别处改过", "保存");
        if (Problem is not null) return Page();
        await db.SaveChangesAsync(ct);
        return Redirect("/account?done=saved");
    }

    private string? ReadPace(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            Account.SpeakingRate = null;
            return null;
        }
        if (!int.TryParse(typed, CultureInfo.InvariantCulture, out var pace) || pace is < AppUser.SlowestRate or > AppUser.FastestRate)
            return $"语速从 {AppUser.SlowestRate} 到 {AppUser.FastestRate} 字/分；空着就按 {SpeechText.UsualRate}。";
        Account.SpeakingRate = pace;
        return null;
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Account = await db.Users.SingleAsync(u => u.Id == User.ImpersonatorOrSelfId(), ct);
        Hash = FormHash.Of(Account.DisplayName, Account.StudentNumber, Account.School, Account.SpeakingRate);
        Roles = await db.RolesOf(Account.Id).ToListAsync(ct);
        Passkeys = (await users.GetPasskeysAsync(Account)).Count;
        IsLinked = (await users.GetLoginsAsync(Account)).Count > 0;
    }
}
