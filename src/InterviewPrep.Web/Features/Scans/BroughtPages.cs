using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Handwriting;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Scans;

/// <summary>A photo that waits to be filed.</summary>
/// <param name="Code">Read from the photo where its place is taken; else empty.</param>
public sealed record TrayRow(Guid Id, DateTimeOffset UploadedAt, string Code);

/// <summary>An answer of which pages were brought.</summary>
/// <param name="For">The learner for whom this person brought it; null for an own one.</param>
public sealed record BroughtAnswer(Guid Id, string Title, string? For, int Number, DateTimeOffset CreatedAt, int Pages, int OfPages);

/// <summary>An answer to an assignment that was collected on paper for a learner.</summary>
public sealed record CollectedAnswer(Guid ClassId, Guid AssignmentId, string Assignment, int Order, int CandidateNumber, Guid SubmissionId, int Pages, int OfPages);

/// <summary>What a person brought: the photos that wait, and where the others went.</summary>
public static class BroughtPages
{
    private const int MostShown = 300;

    public static Task<List<TrayRow>> TrayAsync(this AppDb db, Guid? me, CancellationToken ct) =>
        db.ScanPages.AsNoTracking().InTrayOf(me).OrderBy(p => p.UploadedAt).Select(p => new TrayRow(p.Id, p.UploadedAt, p.Code)).ToListAsync(ct);

    /// <summary>Answers of practice: a person's own, and those that they brought for others.</summary>
    public static Task<List<BroughtAnswer>> BroughtAnswersAsync(this AppDb db, Guid? me, CancellationToken ct) =>
        db.ScannedAnswers.AsNoTracking().Where(a => a.OwnerId == me || (a.AttemptId == null && a.Pages.Any(p => p.UploadedById == me))).Where(a => a.Pages.Count > 0)
            .OrderByDescending(a => a.CreatedAt)
            .Select(a => new BroughtAnswer(a.Id, a.Question.Title, a.OwnerId == me ? null : db.Users.Where(u => u.Id == a.OwnerId).Select(u => u.DisplayName).FirstOrDefault(),
                a.Number, a.CreatedAt, a.Pages.Count(p => p.ReplacedAt == null), a.Pages.Max(p => (int?)p.OfPages) ?? 0)).ToListAsync(ct);

    /// <summary>Sheets of assignments that a person brought for learners.</summary>
    public static async Task<IReadOnlyList<CollectedAnswer>> CollectedAnswersAsync(this AppDb db, Guid? me, CancellationToken ct)
    {
        var sent = await db.ScanPages.AsNoTracking().Where(p => p.UploadedById == me && p.ReplacedAt == null && p.Answer!.AttemptId != null && p.Answer.OwnerId != me)
            .GroupBy(p => new { p.Answer!.AttemptId, p.Answer.AssignmentQuestionId }).Select(g => new { g.Key, Pages = g.Count(), OfPages = g.Max(p => p.OfPages) }).ToListAsync(ct);
        var attempts = sent.Select(s => s.Key.AttemptId!.Value).Distinct().ToList();
        var submissions = await db.Submissions.AsNoTracking().MarkedBy(me).Where(s => attempts.Contains(s.AttemptId)).OrderByDescending(s => s.HandedInAt).Take(MostShown)
            .Select(s => new { s.Id, s.AttemptId, s.AssignmentQuestionId, s.Assignment.ClassId, s.AssignmentId, s.Assignment.Title, s.AssignmentQuestion.Order, s.CandidateNumber }).ToListAsync(ct);
        return [.. from s in submissions
                   join p in sent on (s.AttemptId, s.AssignmentQuestionId) equals (p.Key.AttemptId!.Value, p.Key.AssignmentQuestionId!.Value)
                   select new CollectedAnswer(s.ClassId, s.AssignmentId, s.Title, s.Order, s.CandidateNumber, s.Id, p.Pages, p.OfPages)];
    }
}
