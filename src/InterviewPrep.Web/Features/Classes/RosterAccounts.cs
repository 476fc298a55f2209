using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Password;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>Makes accounts for the lines of a roster that have none; the passwords are given back once and kept nowhere.</summary>
public sealed class RosterAccounts(AppDb db, UserManager<AppUser> users, Passwords passwords, AuditLog audit, TimeProvider time)
{
    /// <summary>Most accounts at once: each costs a tenth of a second of hashing.</summary>
    public const int Most = 100;

    /// <summary>How many letters tell a user name from one that is taken.</summary>
    private const int SuffixLength = 4;

    /// <param name="Password">Null where no account was made; then <paramref name="Note"/> says why.</param>
    public sealed record Slip(string Number, string Name, string UserName, string? Password, string Note);

    public async Task<IReadOnlyList<Slip>> MakeAsync(SchoolClass schoolClass, CancellationToken ct)
    {
        var slips = new List<Slip>();
        foreach (var row in schoolClass.Roster.Where(r => r.UserId is null && r.LeftAt is null).OrderBy(r => r.Number, StringComparer.Ordinal).Take(Most))
        {
            // An account with this number and name may be anybody's: its owner joins with the code himself.
            if (await db.Users.Where(u => u.StudentNumber == row.Number && u.DisplayName == row.Name).Select(u => u.UserName).FirstOrDefaultAsync(ct) is { } known)
                slips.Add(new Slip(row.Number, row.Name, known, null, "这个学号和姓名已有账号，请本人登录后用班级码加入。"));
            else slips.Add(await MakeAsync(schoolClass, row, ct));
        }
        return slips;
    }

    private async Task<Slip> MakeAsync(SchoolClass schoolClass, RosterRow row, CancellationToken ct)
    {
        var (password, now) = (InitialPassword.New(), time.GetUtcNow());
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = row.Number, DisplayName = row.Name, StudentNumber = row.Number, CreatedAt = now, InitialPasswordUntil = now + InitialPassword.Lifetime };
        if (await users.FindByNameAsync(user.UserName) is not null) user.UserName = $"{row.Number}-{InitialPassword.New()[..SuffixLength]}";
        // Hashing is slow by intent, so it is done before the store is locked.
        user.PasswordHash = await passwords.HashAsync(user, password, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!(await users.CreateAsync(user)).Succeeded) return new Slip(row.Number, row.Name, "", null, "这个学号不能用作用户名，请让本人注册后用班级码加入。");
        await users.AddToRoleAsync(user, Roles.Learner);
        row.Link(user.Id);
        schoolClass.Enrol(user.Id, now);
        audit.Add(AuditEvents.AccountMade, subject: user.Id);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Slip(row.Number, row.Name, user.UserName!, password, "");
    }
}
