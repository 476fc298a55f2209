using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>Opening a class: a name is enough.</summary>
[Authorize(Policy = Policies.OpensClasses)]
public sealed class NewModel(AppDb db, CurrentPerson person, UserManager<AppUser> users, AuditLog audit, TimeProvider time) : PageModel
{
    public string Name { get; private set; } = "";

    /// <summary>Id of the class to be, so that two presses of the button open one.</summary>
    public Guid Key { get; private set; } = Guid.CreateVersion7();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? name, Guid? key, CancellationToken ct)
    {
        if (key is { } sent && sent != Guid.Empty) Key = sent;
        Name = name?.Trim() ?? "";
        if (RefuseName(Name) is { } problem) return this.Refuse(problem);
        var schoolClass = db.Add(new SchoolClass(Name, person.Id!.Value, time.GetUtcNow(), Key)).Entity;
        try
        {
            // Where the site lets everybody open classes, opening one makes a teacher.
            if (!User.IsInRole(Roles.Teacher) && !User.IsInRole(Roles.Administrator))
            {
                audit.Add(AuditEvents.RolesChanged, detail: Roles.Name(Roles.Teacher));
                await users.AddToRoleAsync((await users.GetUserAsync(User))!, Roles.Teacher);
            }
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (db.IsUniqueViolation(e))
        {
            // The button was pressed twice: the first press has opened it. Somebody else's class is 404 there.
            if (await db.Classes.AsNoTracking().TaughtBy(person.Id).SingleOrDefaultAsync(c => c.Id == Key, ct) is { } first && first.Name != Name)
            {
                // The same page sent again with another name asks for another class.
                Key = Guid.CreateVersion7();
                return this.Refuse($"这一页刚才已经开了「{first.Name}」。要再开一个班，请再按一次「开班」。");
            }
        }
        return Redirect($"/classes/{schoolClass.Id}");
    }

    /// <returns>Why a class cannot be called so, or null.</returns>
    public static string? RefuseName(string name) =>
        name.Length is 0 or > SchoolClass.LongestName ? $"班级名要有，最多 {SchoolClass.LongestName} 个字符。"
        : ForbiddenCharacters.Find(name) is { } c ? $"班级名里有无法保存的字符（{c}），请删掉它。" : null;
}
