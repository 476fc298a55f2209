using System.Runtime.CompilerServices;
using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Sessions;

/// <summary>Asks for the session of a cookie with its account and roles. Every request of somebody signed in does, so the query is compiled once for each model.</summary>
internal sealed class SessionQuery
{
    private static readonly ConditionalWeakTable<IModel, SessionQuery> ByModel = [];

    private readonly Func<AppDb, string, Task<Found?>> find = EF.CompileAsyncQuery((AppDb db, string hash) =>
        (from s in db.Set<AccountSession>().AsNoTracking()
         join u in db.Set<AppUser>() on s.UserId equals u.Id
         where s.KeyHash == hash && s.SecurityStamp == u.SecurityStamp
         select new Found(s, u, (from held in db.UserRoles join role in db.Roles on held.RoleId equals role.Id where held.UserId == u.Id select role.Name!).ToList())).SingleOrDefault());

    /// <summary>A session that the account has not outlived.</summary>
    public sealed record Found(AccountSession Session, AppUser User, List<string> Roles);

    /// <summary>The session as the store has it now; shared by the requests of one browser.</summary>
    /// <param name="hash">Hash of the cookie's key.</param>
    public static Task<Found?> FindAsync(AppDb db, string hash) => db.CachedAsync(Key(hash), () => ByModel.GetValue(db.Model, _ => new SessionQuery()).find(db, hash));

    /// <summary>Asks the store again with the next request.</summary>
    public static void Forget(AppDb db, string hash) => db.GetService<StoreCache>().Remove(Key(hash));

    private static (string, string) Key(string hash) => ("session", hash);
}
