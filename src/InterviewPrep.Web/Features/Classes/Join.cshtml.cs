using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.SignIn.Throttle;
using InterviewPrep.Web.Site;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>Joining a class by its code, typed or out of a link or QR code. Who has no account yet finds the class again on the desk afterwards.</summary>
[AllowAnonymous]
public sealed class JoinModel(AppDb db, CurrentPerson person, SignInThrottle throttle, TimeProvider time) : PageModel
{
    private const string CookieName = "join";

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public SchoolClass? Class { get; private set; }

    public string Teachers { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Number { get; private set; } = "";

    public bool HasRoster { get; private set; }

    public string? Problem { get; private set; }

    public bool IsSignedIn => person.IsSignedIn;

    /// <summary>The code that somebody brought before he had an account; null where there is none.</summary>
    public static string? Waiting(HttpRequest request) => RandomCodes.Normal(request.Cookies[CookieName]) is { Length: RandomCodes.Length } code ? code : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Code)) return Page();
        if (!await LoadAsync(ct)) return Page();
        if (!IsSignedIn)
        {
            Response.Cookies.Append(CookieName, Code, new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = TimeSpan.FromHours(12) });
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
        if ((Problem = Refuse()) is not null) return Page();
        var me = await db.Users.SingleAsync(u => u.Id == person.Id, ct);
        me.DisplayName = Name;
        if (Number.Length > 0) me.StudentNumber = Number;
        switch (Class!.Join(me, Number, time.GetUtcNow()))
        {
            case JoinOutcome.Closed:
                Problem = "这个班现在不收新学员，请问问老师。";
                return Page();
            case JoinOutcome.NumberInDoubt:
                Problem = "这个学号和姓名与花名册对不上。请核对；确实没错的话，学号先空着加入，再请老师对上。";
                return Page();
        }
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (db.IsUniqueViolation(e))
        {
            // The button was pressed twice: the first press has done it.
        }
        return Joined();
    }

    private RedirectResult Joined()
    {
        Response.Cookies.Delete(CookieName, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps });
        return Redirect($"/classes/{Class!.Id}");
    }

    private string? Refuse() =>
        Name.Length is 0 or > RosterRow.LongestName ? $"请写您的姓名，最多 {RosterRow.LongestName} 个字符。"
        : Number.Length > RosterRow.LongestNumber ? $"学号最多 {RosterRow.LongestNumber} 个字符。"
        : ForbiddenCharacters.Find(Name + Number) is { } c ? $"姓名或学号里有无法保存的字符（{c}），请删掉它。" : null;

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Code = RandomCodes.Normal(Code);
        var address = ClientAddress.Network(HttpContext);
        if (throttle.WaitForCode(address, User.ImpersonatorOrSelfId()) is { Ticks: > 0 } wait)
        {
            (Problem, Response.StatusCode) = ($"试得太多了，请 {Math.Ceiling(wait.TotalMinutes)} 分钟后再试。", StatusCodes.Status429TooManyRequests);
            return false;
        }
        Class = await db.Classes.Include(c => c.Archive).Include(c => c.Members).Include(c => c.Roster).AsSplitQuery().OrderBy(c => c.Id).FirstOrDefaultAsync(c => c.JoinCode == Code, ct);
        if (Class is null)
        {
            throttle.CodeFailed(address, User.ImpersonatorOrSelfId());
            Problem = "没有这个班级码。请核对一下：里面没有 0、1、I、L、O。";
            Response.StatusCode = StatusCodes.Status404NotFound;
            return false;
        }
        HasRoster = Class.Roster.Count > 0;
        Teachers = string.Join('、', (await db.PeopleOf(Class.Id, ClassRole.Teacher).ToListAsync(ct)).Select(p => p.Name));
        return true;
    }
}
