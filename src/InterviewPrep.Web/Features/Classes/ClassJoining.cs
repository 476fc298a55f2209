using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>A learner with the code joins a class, under the name and the 学号 that they give.</summary>
public sealed class ClassJoining(AppDb db, TimeProvider time)
{
    /// <returns>Why they cannot; null where they are in the class now.</returns>
    public async Task<string?> RunAsync(Guid classId, Guid learner, string name, string number, CancellationToken ct)
    {
        if (name.Length == 0) return "请写您的姓名。";
        if ((PersonalText.Validate(name, "姓名", RosterRow.LongestName) ?? PersonalText.Validate(number, "学号", RosterRow.LongestNumber)) is { } problem) return problem;
        var normal = RosterRow.Normal(number);
        var schoolClass = await db.Classes.Include(c => c.Archive).Include(c => c.Members.Where(m => m.UserId == learner)).Include(c => c.Roster.Where(r => r.Number == normal || r.UserId == learner))
            .AsSplitQuery().SingleAsync(c => c.Id == classId, ct);
        var me = await db.Users.SingleAsync(u => u.Id == learner, ct);
        me.DisplayName = name;
        if (number.Length > 0) me.StudentNumber = number;
        switch (schoolClass.Join(me, number, time.GetUtcNow()))
        {
            case JoinOutcome.Closed:
                return "这个班现在不收新学员，请问问老师。";
            case JoinOutcome.NumberInDoubt:
                return "这个学号和姓名与花名册对不上。请核对；确实没错的话，学号先空着加入，再请老师对上。";
        }
        await db.SaveUnlessThereAsync(ct);
        return null;
    }
}
