using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Password;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>Makes accounts for the lines of a roster that have none, and new passwords for who has never signed in; passwords are given back once and stored nowhere.</summary>
public sealed class RosterAccounts(AppDb db, UserManager<AppUser> users, Passwords passwords, AuditLog audit, TimeProvider time)
{
    /// <summary>How many letters tell a user name from one that is taken.</summary>
    private const int SuffixLength = 4;

    /// <param name="Password">Null where no account was made; then <paramref name="Note"/> says why.</param>
    public sealed record Slip(string Number, string Name, string UserName, string? Password, string Note);

    /// <summary>Learners of a class whose password was made for them and who have not chosen their own yet.</summary>
    public static IQueryable<AppUser> NeverSignedIn(AppDb db, Guid classId, Guid? teacher) => db.LearnersTaughtBy(teacher)
        .Where(u => u.InitialPasswordUntil != null && db.Memberships.Any(m => m.ClassId == classId && m.UserId == u.Id && m.LeftAt == null && m.Role == ClassRole.Learner));

    /// <summary>Makes the missing accounts, one after the other; each is saved before the next is begun.</summary>
    /// <param name="teacher">Who asked for them.</param>
    public async IAsyncEnumerable<Slip> MakeAsync(SchoolClass schoolClass, Guid teacher, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var row in schoolClass.Roster.Where(r => r.UserId is null && r.LeftAt is null).OrderBy(r => r.Number, StringComparer.Ordinal).ToList())
        {
            // An account with this number and name may be anybody's: its owner joins with the code themselves.
            if (await db.Users.Where(u => u.StudentNumber == row.Number && u.DisplayName == row.Name).Select(u => u.UserName).FirstOrDefaultAsync(ct) is { } known)
                yield return new Slip(row.Number, row.Name, known, null, "这个学号和姓名已有账号，请本人登录后用班级码加入。");
            else yield return await MakeAsync(schoolClass, row, teacher, ct);
        }
    }

    /// <summary>Gives new passwords to who has never signed in; those on earlier slips open nothing any more.</summary>
    public async IAsyncEnumerable<Slip> IssueAgainAsync(SchoolClass schoolClass, Guid teacher, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var user in await NeverSignedIn(db, schoolClass.Id, teacher).OrderBy(u => u.StudentNumber).ToListAsync(ct))
        {
            audit.Add(AuditEvents.PasswordIssued, subject: user.Id, actor: teacher);
            var password = await passwords.IssueAsync(user, time.GetUtcNow(), ct);
            yield return new Slip(user.StudentNumber, user.DisplayName, user.UserName!, password, "");
        }
    }

    private async Task<Slip> MakeAsync(SchoolClass schoolClass, RosterRow row, Guid teacher, CancellationToken ct)
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
        audit.Add(AuditEvents.AccountMade, subject: user.Id, actor: teacher);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Slip(row.Number, row.Name, user.UserName!, password, "");
    }
}
