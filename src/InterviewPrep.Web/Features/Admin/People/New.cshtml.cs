using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn;
using InterviewPrep.Web.Features.Accounts.SignIn.Password;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Admin.People;

/// <summary>Making an account for somebody, with a login slip.</summary>
[Authorize(Policy = Policies.Administrator)]
[ConfirmedRecently]
public sealed class NewModel(NewAccount accounts, AuditLog audit) : PageModel
{
    public sealed class Form
    {
        public string UserName { get; set; } = "";

        public string DisplayName { get; set; } = "";

        public string StudentNumber { get; set; } = "";

        public string Role { get; set; } = Roles.Learner;
    }

    public Form Input { get; private set; } = new();

    public LoginSlip? Slip { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? userName, string? displayName, string? studentNumber, string? role, CancellationToken ct)
    {
        Input = new Form { UserName = userName?.Trim() ?? "", DisplayName = displayName?.Trim() ?? "", StudentNumber = studentNumber?.Trim() ?? "", Role = role ?? Roles.Learner };
        var refused = PersonalText.Validate(Input.DisplayName, "姓名", AppUser.LongestName) ?? PersonalText.Validate(Input.StudentNumber, "学号", AppUser.LongestNumber)
            ?? (Roles.All.Contains(Input.Role) ? null : "没有这个角色。");
        if (refused is not null) return this.Refuse(refused);
        var password = InitialPassword.New();
        var shown = Input.DisplayName.Length > 0 ? Input.DisplayName : Input.UserName;
        var (user, problem) = await accounts.MakeAsync(new NewAccount.Order(Input.UserName, shown, password, [.. new[] { Roles.Learner, Input.Role }.Distinct()], IsInitial: true, Input.StudentNumber), ct);
        if (user is null) return this.Refuse(problem!);
        await audit.WriteAsync(AuditEvents.AccountMade, subject: user.Id, detail: Roles.Name(Input.Role), ct: ct);
        Slip = LoginSlip.For(user, password);
        return Page();
    }
}
