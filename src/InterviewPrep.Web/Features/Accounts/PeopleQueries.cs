using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Accounts;

public static class PeopleQueries
{
    /// <summary>The accounts that have a role.</summary>
    public static IQueryable<AppUser> PeopleWith(this AppDb db, string role) =>
        from user in db.Users
        where db.UserRoles.Any(r => r.UserId == user.Id && db.Roles.Any(x => x.Id == r.RoleId && x.Name == role))
        select user;

    /// <summary>Accounts that have no other role than the learner's.</summary>
    public static IQueryable<AppUser> PlainLearners(this AppDb db) =>
        db.Users.Where(u => !db.UserRoles.Any(r => r.UserId == u.Id && db.Roles.Any(x => x.Id == r.RoleId && x.Name != Roles.Learner)));

    /// <summary>Whether an account has a role that <see cref="Roles.IsStaff"/>.</summary>
    public static Task<bool> IsStaffAsync(this AppDb db, Guid user, CancellationToken ct) => db.RolesOf(user).AnyAsync(r => r != Roles.Learner, ct);

    /// <summary>The roles of an account.</summary>
    public static IQueryable<string> RolesOf(this AppDb db, Guid user) =>
        from held in db.UserRoles
        join role in db.Roles on held.RoleId equals role.Id
        where held.UserId == user
        select role.Name!;
}
