using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>A class's name, its code, and whether it is archived.</summary>
[Authorize]
public sealed class SettingsModel(AppDb db, CurrentPerson person, IRunningWork work, TimeProvider time) : PageModel
{
    public SchoolClass Class { get; private set; } = null!;

    /// <summary>How many learners are at work: archiving takes in what they have saved.</summary>
    public int AtWork { get; private set; }

    public string Hash => FormHash.Of(Class.Name);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRenameAsync(Guid id, string? name, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var problem = this.IsOutdated(Hash) ? FormHash.ConflictMessage($"班级名刚在别处改成「{Class.Name}」", "改名") : NewModel.RefuseName(name?.Trim() ?? "");
        if (problem is not null) return this.Refuse(problem);
        Class.Rename(name!, time.GetUtcNow());
        return await SaveAsync(null, ct);
    }

    /// <param name="act">renew, close or open.</param>
    public async Task<IActionResult> OnPostCodeAsync(Guid id, string? act, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        switch (act)
        {
            case "renew":
                Class.RenewJoinCode();
                return await SaveAsync(ClassEventKind.CodeRenewed, ct);
            case "close":
                Class.CloseJoining(time.GetUtcNow());
                return await SaveAsync(null, ct);
            case "open":
                Class.OpenJoining();
                return await SaveAsync(null, ct);
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostArchiveAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var isOpen = Class.Archive is null;
        if (isOpen) Class.Close(person.Id!.Value, time.GetUtcNow());
        else Class.Reopen();
        var done = await SaveAsync(isOpen ? ClassEventKind.Archived : ClassEventKind.Reopened, ct);
        if (isOpen) await work.EndAsync(id, ct);
        return done;
    }

    private async Task<IActionResult> SaveAsync(ClassEventKind? act, CancellationToken ct)
    {
        if (act is { } done) db.Add(new ClassEvent(Class.Id, null, person.Id!.Value, done, Class.Name, time.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return Redirect($"/classes/{Class.Id}/settings");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var schoolClass = await db.Classes.Include(c => c.Archive).TaughtBy(person.Id).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (schoolClass is null) return false;
        Class = schoolClass;
        AtWork = (await work.CountAsync(id, ct)).Count;
        return true;
    }
}
