using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>A teacher takes people into a class, changes their roles and takes them out; each is written into the class's log.</summary>
public sealed class ClassMembership(AppDb db, CurrentPerson person, ILookupNormalizer names, IRunningWork work, TimeProvider time)
{
    private const string LastTeacher = "一个班至少要有一位老师。";

    /// <summary>Takes somebody in by user name.</summary>
    /// <param name="schoolClass">With its members.</param>
    /// <param name="people">Who is in it, under the names that the class knows.</param>
    /// <returns>Why not, said to the teacher; null where it was done.</returns>
    public async Task<string?> AdmitAsync(SchoolClass schoolClass, IReadOnlyList<ClassPerson> people, string? userName, ClassRole role, CancellationToken ct)
    {
        var normal = names.NormalizeName(userName?.Trim() ?? "");
        var user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == normal, ct);
        if (user is null) return "没有这个用户名。请对方先注册，再把用户名告诉您。";
        return await ChangeAsync(schoolClass, user.Id, people.FirstOrDefault(p => p.UserId == user.Id)?.Name ?? user.DisplayName, role, ct);
    }

    /// <summary>Gives somebody a role in the class, taking them in where they are not in it.</summary>
    /// <returns>As <see cref="AdmitAsync"/>.</returns>
    public async Task<string?> ChangeAsync(SchoolClass schoolClass, Guid user, string name, ClassRole role, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return schoolClass.Admit(user, role, now) ? await SaveAsync(schoolClass, ClassEventKind.MemberAdmitted, $"{name}：{role.Name()}", now, ct) : LastTeacher;
    }

    /// <summary>Takes somebody out of the class.</summary>
    /// <returns>As <see cref="AdmitAsync"/>.</returns>
    public async Task<string?> DismissAsync(SchoolClass schoolClass, Guid user, string name, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return schoolClass.Dismiss(user, now) ? await SaveAsync(schoolClass, ClassEventKind.MemberDismissed, name, now, ct) : LastTeacher;
    }

    private async Task<string?> SaveAsync(SchoolClass schoolClass, ClassEventKind kind, string detail, DateTimeOffset now, CancellationToken ct)
    {
        db.Add(new ClassEvent(schoolClass.Id, null, person.Id!.Value, kind, detail, now));
        await db.SaveChangesAsync(ct);
        await work.EndAsync(schoolClass.Id, ct);
        return null;
    }
}
