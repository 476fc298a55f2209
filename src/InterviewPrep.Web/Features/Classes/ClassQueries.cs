using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>Somebody in a class, by the roster's name where there is one.</summary>
/// <param name="Number">学号; empty where none is known.</param>
public sealed record ClassPerson(Guid UserId, ClassRole Role, string Name, string Number);

public static class ClassQueries
{
    /// <summary>Classes that a person manages.</summary>
    public static IQueryable<SchoolClass> TaughtBy(this IQueryable<SchoolClass> classes, Guid? person) =>
        classes.Where(c => c.Members.Any(m => m.UserId == person && m.LeftAt == null && m.Role == ClassRole.Teacher));

    /// <summary>Classes in which a person marks: teachers and assistants.</summary>
    public static IQueryable<SchoolClass> MarkedBy(this IQueryable<SchoolClass> classes, Guid? person) =>
        classes.Where(c => c.Members.Any(m => m.UserId == person && m.LeftAt == null && m.Role != ClassRole.Learner));

    /// <summary>Classes that a person is in, in any role.</summary>
    public static IQueryable<SchoolClass> Of(this IQueryable<SchoolClass> classes, Guid? person) =>
        classes.Where(c => c.Members.Any(m => m.UserId == person && m.LeftAt == null));

    /// <summary>Classes that are not archived.</summary>
    public static IQueryable<SchoolClass> Open(this IQueryable<SchoolClass> classes) => classes.Where(c => c.Archive == null);

    /// <summary>The people of one class who are in it now. Whether the reader may see them is for the class's own query to say.</summary>
    public static IQueryable<ClassPerson> PeopleOf(this AppDb db, Guid classId, ClassRole? role = null) =>
        from m in db.Memberships.AsNoTracking()
        where m.ClassId == classId && m.LeftAt == null && (role == null || m.Role == role)
        let row = db.RosterRows.FirstOrDefault(r => r.ClassId == m.ClassId && r.UserId == m.UserId)
        select new ClassPerson(m.UserId, m.Role, row != null ? row.Name : m.User.DisplayName, row != null ? row.Number : m.User.StudentNumber);

    /// <summary>Accounts of the learners whom somebody teaches and who came by themselves, or by a login slip; none that may do more than learn.</summary>
    public static IQueryable<AppUser> LearnersTaughtBy(this AppDb db, Guid? teacher)
    {
        var taught = db.Classes.TaughtBy(teacher).Select(c => c.Id);
        return db.PlainLearners().Where(u => db.Memberships.Any(m => m.UserId == u.Id && m.Role == ClassRole.Learner && m.LeftAt == null && m.HasAgreed && taught.Contains(m.ClassId)));
    }
}
