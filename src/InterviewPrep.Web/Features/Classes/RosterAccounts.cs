using System.Security.Cryptography;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>Makes accounts for the lines of a roster that have none; the passwords are given back once and kept nowhere.</summary>
public sealed class RosterAccounts(AppDb db, UserManager<AppUser> users, TimeProvider time)
{
    /// <summary>Most accounts at once: each costs a tenth of a second of hashing.</summary>
    public const int Most = 100;

    /// <summary>Letters that are not taken for each other on paper.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

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
        var password = string.Join('-', RandomNumberGenerator.GetString(Letters, 12).Chunk(4).Select(c => new string(c)));
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = row.Number, DisplayName = row.Name, StudentNumber = row.Number, CreatedAt = time.GetUtcNow() };
        if (await users.FindByNameAsync(user.UserName) is not null) user.UserName = $"{row.Number}-{RandomNumberGenerator.GetString(Letters, 4)}";
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!(await users.CreateAsync(user, password)).Succeeded) return new Slip(row.Number, row.Name, "", null, "这个学号不能用作用户名，请让本人注册后用班级码加入。");
        await users.AddToRoleAsync(user, Roles.Learner);
        row.Tie(user.Id);
        schoolClass.Admit(user.Id, ClassRole.Learner, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Slip(row.Number, row.Name, user.UserName!, password, "");
    }
}
