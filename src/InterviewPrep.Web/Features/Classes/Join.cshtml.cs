using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>Joining a class by its code, typed or out of a link or QR code. Who has no account yet finds the class again on the home page afterwards.</summary>
[AllowAnonymous]
public sealed class JoinModel(AppDb db, CurrentPerson person, ClassCodes codes, ClassJoining joining) : PageModel
{
    /// <param name="Id">The class.</param>
    /// <param name="Teachers">Their names, one after the other.</param>
    public sealed record Found(Guid Id, string Name, string Teachers, bool HasRoster);

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public Found? Class { get; private set; }

    public string Name { get; private set; } = "";

    public string Number { get; private set; } = "";

    public bool IsSignedIn => person.IsSignedIn;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Code) || !await LoadAsync(ct)) return Page();
        if (!IsSignedIn)
        {
            WaitingCode.Remember(HttpContext, Code);
            return Page();
        }
        var me = await db.Users.AsNoTracking().SingleAsync(u => u.Id == person.Id, ct);
        (Name, Number) = (me.DisplayName == me.UserName ? "" : me.DisplayName, me.StudentNumber);
        return await db.Classes.Of(me.Id).AnyAsync(c => c.Id == Class!.Id, ct) ? Joined() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? number, CancellationToken ct)
    {
        if (!IsSignedIn) return Challenge();
        if (!await LoadAsync(ct)) return Page();
        (Name, Number) = (name?.Trim() ?? "", number?.Trim() ?? "");
        return await joining.RunAsync(Class!.Id, person.Id!.Value, Name, Number, ct) is { } problem ? this.Refuse(problem) : Joined();
    }

    private RedirectResult Joined()
    {
        WaitingCode.Forget(HttpContext);
        return Redirect($"/classes/{Class!.Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Code = RandomCodes.Normal(Code);
        var (id, problem, status) = await codes.FindAsync(Code, ct);
        if (problem is not null) this.Refuse(problem, status);
        if (id is null) return false;
        var found = await db.Classes.Where(c => c.Id == id).Select(c => new { c.Name, HasRoster = c.Roster.Any() }).SingleAsync(ct);
        Class = new Found(id.Value, found.Name, string.Join('、', await db.PeopleOf(id.Value, ClassRole.Teacher).Select(p => p.Name).ToListAsync(ct)), found.HasRoster);
        return true;
    }
}
