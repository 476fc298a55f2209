using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>What a member is in one class. What an account may do on the site as a whole is its <see cref="Roles"/>.</summary>
public enum ClassRole
{
    Learner,

    /// <summary>Marks; manages nothing.</summary>
    Assistant,

    Teacher,
}

/// <summary>What became of somebody who wanted to join.</summary>
public enum JoinOutcome
{
    Joined,
    AlreadyIn,

    /// <summary>The class is archived, or takes nobody by code at present.</summary>
    Closed,

    /// <summary>The 学号 stands in the roster for another account, or under another name: the teacher decides.</summary>
    NumberInDoubt,
}

/// <summary>A class: its people, its roster and the code by which learners join. The link and the QR code hold the same code.</summary>
public sealed class SchoolClass
{
    public const int LongestName = 40;

    /// <summary>Said where a page is asked to change what an archived class keeps as it is.</summary>
    public const string ArchivedProblem = "班级已归档，没有改。要改，先在班级设置里「重新打开」。";

    private SchoolClass()
    {
    }

    /// <summary>Opens a class; who opens it is its first teacher.</summary>
    /// <param name="id">Where a form brings one: the same form sent twice opens one class.</param>
    public SchoolClass(string name, Guid teacherId, DateTimeOffset now, Guid? id = null)
    {
        Id = id ?? Guid.CreateVersion7();
        Name = name.Trim();
        CreatedAt = now;
        JoinCode = RandomCodes.New();
        Members.Add(new Membership(this, teacherId, ClassRole.Teacher, now));
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it got its present name; null while it has its first.</summary>
    public DateTimeOffset? RenamedAt { get; private set; }

    /// <summary>Unique on the site; see <see cref="RandomCodes"/>.</summary>
    public string JoinCode { get; private set; } = "";

    /// <summary>Since when nobody may join by code; null while they may.</summary>
    public DateTimeOffset? JoiningClosedAt { get; private set; }

    /// <summary>Null while the class is open.</summary>
    public ClassArchive? Archive { get; private set; }

    /// <summary>True where nothing is set, begun, handed in or given back any more; Archive must be loaded.</summary>
    public bool IsArchived => Archive is not null;

    /// <summary>Who is or was in the class, in any role.</summary>
    public ICollection<Membership> Members { get; } = [];

    public ICollection<RosterRow> Roster { get; } = [];

    public void Rename(string name, DateTimeOffset now) => (Name, RenamedAt) = (name.Trim(), now);

    /// <summary>Closes the class for new work; everything in it stays readable.</summary>
    public void Close(Guid by, DateTimeOffset now) => Archive ??= new ClassArchive(by, now);

    public void Reopen() => Archive = null;

    /// <summary>Makes codes and links given out before worthless.</summary>
    public void RenewJoinCode() => JoinCode = RandomCodes.New();

    public void CloseJoining(DateTimeOffset now) => JoiningClosedAt ??= now;

    public void OpenJoining() => JoiningClosedAt = null;

    /// <summary>Takes in a learner who has the code. A 学号 that stands in the roster is tied to the account where nothing speaks against it.</summary>
    /// <param name="number">学号 as typed; empty where the class has no roster.</param>
    /// <remarks>Their own membership and the roster's lines of that number and of the account must be loaded.</remarks>
    public JoinOutcome Join(AppUser user, string number, DateTimeOffset now)
    {
        if (Archive is not null || JoiningClosedAt is not null) return JoinOutcome.Closed;
        if (Find(user.Id) is { LeftAt: null }) return JoinOutcome.AlreadyIn;
        var row = Roster.FirstOrDefault(r => r.LeftAt is null && r.Number == RosterRow.Normal(number));
        if (row is not null && row.UserId != user.Id)
        {
            if (row.UserId is not null || Roster.Any(r => r.UserId == user.Id) || !PersonName.AreSame(row.Name, user.DisplayName)) return JoinOutcome.NumberInDoubt;
            row.Link(user.Id);
        }
        Enrol(user.Id, now);
        return JoinOutcome.Joined;
    }

    /// <summary>Takes in a learner who came by themselves, or for whom the class made the account.</summary>
    public void Enrol(Guid userId, DateTimeOffset now)
    {
        if (Admit(userId, ClassRole.Learner, now)) Find(userId)!.Agree();
    }

    /// <summary>Takes somebody in, or gives a member another role.</summary>
    /// <returns>False where the class would be left without a teacher.</returns>
    public bool Admit(Guid userId, ClassRole role, DateTimeOffset now)
    {
        if (Find(userId) is not { } member) Members.Add(new Membership(this, userId, role, now));
        else if (role != ClassRole.Teacher && IsLastTeacher(member)) return false;
        else member.Become(role, now);
        return true;
    }

    /// <summary>Takes somebody out; what was handed in and marked stays.</summary>
    /// <returns>False where the class would be left without a teacher.</returns>
    public bool Dismiss(Guid userId, DateTimeOffset now)
    {
        if (Find(userId) is not { LeftAt: null } member) return true;
        if (IsLastTeacher(member)) return false;
        member.Leave(now);
        return true;
    }

    private Membership? Find(Guid userId) => Members.FirstOrDefault(m => m.UserId == userId);

    private bool IsLastTeacher(Membership member) =>
        member is { Role: ClassRole.Teacher, LeftAt: null } && Members.Count(m => m is { Role: ClassRole.Teacher, LeftAt: null }) == 1;
}

/// <summary>That a class was closed, by whom and when.</summary>
public sealed class ClassArchive(Guid byId, DateTimeOffset at)
{
    public Guid ClassId { get; private set; }

    public Guid ById { get; private set; } = byId;

    public DateTimeOffset At { get; private set; } = at;
}

/// <summary>Somebody's place in a class.</summary>
public sealed class Membership
{
    private Membership()
    {
    }

    internal Membership(SchoolClass schoolClass, Guid userId, ClassRole role, DateTimeOffset now) =>
        (Class, ClassId, UserId, Role, JoinedAt) = (schoolClass, schoolClass.Id, userId, role, now);

    public Guid ClassId { get; private set; }

    public SchoolClass Class { get; private set; } = null!;

    public Guid UserId { get; private set; }

    public AppUser User { get; private set; } = null!;

    public ClassRole Role { get; private set; }

    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>Null while the person is in the class.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>
    /// The learner joined with the code themselves, or the account was made for this class. Only then may the class's teachers look as them and
    /// give them a new password: whom a teacher took in by user name has agreed to nothing.
    /// </summary>
    public bool HasAgreed { get; private set; }

    internal void Agree() => HasAgreed = true;

    internal void Become(ClassRole role, DateTimeOffset now)
    {
        if (LeftAt is not null) (LeftAt, JoinedAt) = (null, now);
        Role = role;
    }

    internal void Leave(DateTimeOffset now) => (LeftAt, HasAgreed) = (now, false);
}
