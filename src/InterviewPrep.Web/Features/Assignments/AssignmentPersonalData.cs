using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>A person's attempts at assignments, and the calendar, the question lists and the assignments that are theirs. Marks are told by the room that marks.</summary>
public sealed class AssignmentPersonalData(AppDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(CalendarFeed), typeof(DailyTemplate)];

    /// <summary>A visitor is in no class.</summary>
    public Task TransferAsync(Guid visitor, Guid account, CancellationToken ct) => Task.CompletedTask;

    /// <summary>What was handed in goes out together with its marks; the reason of an extension is a note among teachers.</summary>
    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct) =>
        await archive.AddJsonAsync("assignments.json", new
        {
            Attempts = await db.Attempts.AsNoTracking().Where(a => a.LearnerId == account).OrderBy(a => a.StartedAt).Select(a => new
            {
                a.Assignment.Title,
                Class = a.Assignment.Class.Name,
                a.Number,
                a.CandidateNumber,
                a.StartedAt,
                a.EndsAt,
                a.ClosedAt,
                a.HandedInAt,
                a.Ending,
                a.Receipt,
                Drafts = a.Drafts.Select(d => d.DraftId).ToList(),
                Returned = a.Returned == null ? null : new { a.Returned.Reason, a.Returned.DueAt, a.Returned.At },
            }).ToListAsync(ct),
            CandidateNumbers = await db.CandidateNumbers.AsNoTracking().Where(n => n.LearnerId == account)
                .Select(n => new { db.Assignments.First(a => a.Id == n.AssignmentId).Title, n.Number }).ToListAsync(ct),
            Extensions = await db.Extensions.AsNoTracking().Where(e => e.LearnerId == account)
                .Select(e => new { db.Assignments.First(a => a.Id == e.AssignmentId).Title, e.LaterMinutes, e.ExtraMinutes, e.At }).ToListAsync(ct),
            Reminders = await db.Reminders.AsNoTracking().Where(r => r.LearnerId == account).Select(r => new { r.Assignment.Title, r.At, r.DismissedAt }).ToListAsync(ct),
            Calendar = await db.CalendarFeeds.AsNoTracking().Where(f => f.UserId == account).Select(f => new { f.CreatedAt }).ToListAsync(ct),
            DailyLists = await db.DailyTemplates.AsNoTracking().Where(t => t.OwnerId == account).Select(t => new { t.Name, t.CreatedAt, t.QuestionIds, t.OpensAt, t.DueAt, t.SkipsWeekends }).ToListAsync(ct),
            Set = await db.Assignments.AsNoTracking().Where(a => a.CreatedById == account).OrderBy(a => a.CreatedAt).Select(a => new { a.Title, Class = a.Class.Name, a.Note, a.CreatedAt, a.OpensAt, a.DueAt }).ToListAsync(ct),
        }, ct);

    public async Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct) =>
        await db.Submissions.CountAsync(s => s.LearnerId == account, ct) is > 0 and var count
            ? [$"交给老师的 {count} 份作业，连同批改和评语，都会删除，老师那边也看不到了。名单上的名字由老师保留。"] : [];

    /// <summary>Rows that hang on the account go with it.</summary>
    public Task DeleteAsync(Guid owner, CancellationToken ct) => Task.CompletedTask;
}
