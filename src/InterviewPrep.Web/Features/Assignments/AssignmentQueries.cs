using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

public static class AssignmentQueries
{
    /// <summary>Assignments of the classes that a person manages.</summary>
    public static IQueryable<Assignment> TaughtBy(this IQueryable<Assignment> assignments, Guid? person) =>
        assignments.Where(a => a.Class.Members.Any(m => m.UserId == person && m.LeftAt == null && m.Role == ClassRole.Teacher));

    /// <summary>Assignments that a person marks, as teacher or assistant.</summary>
    public static IQueryable<Assignment> MarkedBy(this IQueryable<Assignment> assignments, Guid? person) =>
        assignments.Where(a => a.Class.Members.Any(m => m.UserId == person && m.LeftAt == null && m.Role != ClassRole.Learner));

    /// <summary>Assignments of the classes that a person learns in, also before they open; <see cref="Opened"/> leaves those out.</summary>
    public static IQueryable<Assignment> SetFor(this IQueryable<Assignment> assignments, Guid? learner) =>
        assignments.Where(a => a.Class.Archive == null && a.Class.Members.Any(m => m.UserId == learner && m.LeftAt == null && m.Role == ClassRole.Learner));

    /// <summary>Assignments that a learner may read, also of an archived class, where nothing can be begun any more.</summary>
    public static IQueryable<Assignment> ReadBy(this IQueryable<Assignment> assignments, Guid? learner) =>
        assignments.Where(a => a.Class.Members.Any(m => m.UserId == learner && m.LeftAt == null && m.Role == ClassRole.Learner));

    /// <summary>Assignments whose questions may be seen.</summary>
    public static IQueryable<Assignment> Opened(this IQueryable<Assignment> assignments, DateTimeOffset now) => assignments.Where(a => a.OpensAt <= now);

    /// <summary>A learner's own attempts.</summary>
    public static IQueryable<Attempt> OwnedBy(this IQueryable<Attempt> attempts, Guid? learner) => attempts.Where(a => a.LearnerId == learner);

    /// <summary>Attempts that were handed in by learners who are in the class now: what "so many of so many have handed in" counts.</summary>
    public static IQueryable<Attempt> HandedInByMembers(this IQueryable<Attempt> attempts) =>
        attempts.Where(a => a.HandedInAt != null && a.Assignment.Class.Members.Any(m => m.UserId == a.LearnerId && m.LeftAt == null && m.Role == ClassRole.Learner));

    /// <summary>The attempts of an assignment that can be given back: of each learner the last, once it is handed in. What came before is history.</summary>
    public static IQueryable<Attempt> Returnable(this AppDb db, Guid assignmentId) => db.Attempts.Where(a => a.AssignmentId == assignmentId && a.HandedInAt != null
        && !db.Attempts.Any(later => later.AssignmentId == assignmentId && later.LearnerId == a.LearnerId && later.Number > a.Number));

    /// <summary>A learner's own submissions. Their marks are another matter: see MarkQueries.ReleasedTo.</summary>
    public static IQueryable<Submission> OwnedBy(this IQueryable<Submission> submissions, Guid? learner) => submissions.Where(s => s.LearnerId == learner);

    /// <summary>Submissions that a person may mark.</summary>
    public static IQueryable<Submission> MarkedBy(this IQueryable<Submission> submissions, Guid? person) =>
        submissions.Where(s => s.Assignment.Class.Members.Any(m => m.UserId == person && m.LeftAt == null && m.Role != ClassRole.Learner));

    /// <summary>The newest revisions of questions in a person's bank, as an assignment takes them: without points and model answers.</summary>
    public static Task<List<QuestionRevision>> CurrentRevisionsAsync(this AppDb db, IReadOnlyCollection<string> slugs, Guid? person, CancellationToken ct)
    {
        var bank = db.Current(person).Where(q => slugs.Contains(q.Slug));
        return db.QuestionRevisions.AsNoTracking().Include(r => r.Question).Where(r => bank.Any(q => q.Id == r.QuestionId && q.RevisionNumber == r.Number)).ToListAsync(ct);
    }

    /// <summary>Takes changed times over into the attempts of an assignment, of one learner or of all.</summary>
    public static async Task RetimeAsync(this AppDb db, Assignment assignment, Guid? learner, CancellationToken ct)
    {
        var extensions = await db.Extensions.Where(e => e.AssignmentId == assignment.Id).ToDictionaryAsync(e => e.LearnerId, ct);
        foreach (var extension in assignment.Extensions) extensions[extension.LearnerId] = extension;
        var attempts = await db.Attempts.Include(a => a.Returned).Where(a => a.AssignmentId == assignment.Id && (learner == null || a.LearnerId == learner)).OrderBy(a => a.Number).ToListAsync(ct);
        foreach (var own in attempts.GroupBy(a => a.LearnerId))
        {
            AttemptReturn? returned = null;
            foreach (var attempt in own)
            {
                var deadlines = assignment.DeadlinesFor(extensions.GetValueOrDefault(attempt.LearnerId));
                // A deadline that was given with 退回重做 is the learner's own and stays.
                attempt.Retime(returned is null ? deadlines : deadlines with { DueAt = returned.DueAt, CutOffAt = returned.DueAt });
                returned = attempt.Returned;
            }
        }
    }
}
