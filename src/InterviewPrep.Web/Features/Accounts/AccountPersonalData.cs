using System.Globalization;
using System.Text;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Recovery;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>The account itself: who the person is here, how they sign in, and what the log has of them.</summary>
public sealed class AccountPersonalData(AppDb db, UserManager<AppUser> users, SiteTime time) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(AppUser), typeof(AccountSession), typeof(RecoveryCode)];

    public Task TransferAsync(Guid visitor, Guid account, CancellationToken ct) => db.KnownVisitors.Where(v => v.Id == visitor).ExecuteDeleteAsync(ct);

    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == account, ct);
        var roles = await db.RolesOf(account).ToListAsync(ct);
        var log = await db.AuditEntries.AsNoTracking().Where(e => e.ActorId == account || e.SubjectId == account).OrderBy(e => e.Id).ToListAsync(ct);
        await archive.AddJsonAsync("account.json", new
        {
            user.Id,
            user.UserName,
            user.DisplayName,
            user.StudentNumber,
            user.School,
            user.Unit,
            user.HomeTown,
            user.SpeakingRate,
            user.CreatedAt,
            Roles = roles,
            RecoveryCodes = await db.RecoveryCodes.CountAsync(c => c.UserId == account, ct),
            HasPassword = user.PasswordHash is not null,
            Passkeys = (await users.GetPasskeysAsync(user)).Select(k => new { k.Name, k.CreatedAt }),
            ExternalLogins = (await users.GetLoginsAsync(user)).Select(l => l.ProviderDisplayName),
            Sessions = await db.AccountSessions.AsNoTracking().Where(s => s.UserId == account).OrderBy(s => s.StartedAt)
                .Select(s => new { s.Method, s.StartedAt, s.SeenAt, s.Address, s.Agent }).ToListAsync(ct),
            // Where somebody else acted, the address is theirs.
            Log = log.Select(e => new { e.At, e.What, ByOneself = e.ActorId == account, e.Detail, Address = e.ActorId == account ? e.Address : null }),
        }, ct);
        var page = new StringBuilder("# 我的账号\n\n");
        foreach (var (name, value) in new[]
        {
            ("用户名", user.UserName!), ("姓名", user.DisplayName), ("学号", user.StudentNumber), ("学校", user.School), ("单位", user.Unit), ("家乡", user.HomeTown),
            ("语速", user.SpeakingRate is { } pace ? $"{pace} 字/分" : ""), ("角色", string.Join("、", roles.Select(Roles.Name))), ("开设于", time.Long(user.CreatedAt)),
        })
        {
            page.Append(CultureInfo.InvariantCulture, $"- {name}：{(value.Length > 0 ? value : "没填")}\n");
        }
        page.Append("\n## 操作日志\n\n");
        foreach (var entry in log) page.Append(CultureInfo.InvariantCulture, $"- {time.Long(entry.At)}　{AuditEvents.Name(entry.What)}{(entry.ActorId == account ? "" : "（由别人操作）")}\n");
        await archive.AddTextAsync("账号.md", page.ToString(), ct);
    }

    public Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>(
        ["用户名、姓名、学号、学校、密码、通行密钥和恢复码会删除，所有设备马上退出；用户名可能被别人注册。", "操作日志按规定保留一年，里面只剩下编号，不再有您的姓名。"]);

    public async Task DeleteAsync(Guid owner, CancellationToken ct)
    {
        await db.KnownVisitors.Where(v => v.Id == owner).ExecuteDeleteAsync(ct);
        if (await users.FindByIdAsync(owner.ToString()) is { } user) await users.DeleteAsync(user);
    }
}
