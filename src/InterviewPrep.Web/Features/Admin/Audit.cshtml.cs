using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Admin;

/// <summary>The audit log, newest first; to be read, never to be changed.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class AuditModel(AppDb db) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(DateTimeOffset At, string What, string Actor, string Subject, string Detail, string Address, string TraceId);

    [BindProperty(SupportsGet = true)]
    public string? What { get; init; }

    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; init; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var known = What is not null && AuditEvents.Names.ContainsKey(What);
        var entries = db.AuditEntries.AsNoTracking().Where(e => (!known || e.What == What) && (Person == null || e.ActorId == Person || e.SubjectId == Person));
        Paging = Paging.Of(Request, await entries.CountAsync(ct), PageSize);
        var found = await entries.OrderByDescending(e => e.Id).Skip(Paging.Skip).Take(PageSize).ToListAsync(ct);
        var ids = found.SelectMany(e => new[] { e.ActorId, e.SubjectId }).Distinct().ToList();
        var names = await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => $"{u.DisplayName}（{u.UserName}）", ct);
        string Name(Guid? id) => id is null ? "" : names.GetValueOrDefault(id.Value, "已删除的账号");
        Rows = [.. found.Select(e => new Row(e.At, AuditEvents.Name(e.What), Name(e.ActorId), Name(e.SubjectId), e.Detail, e.Address, e.TraceId))];
    }
}
