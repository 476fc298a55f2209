using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Questions;

public static class QuestionQueries
{
    /// <summary>Questions that are in the bank now, for one person: those of the site, of the classes they are in, and their own. Unfinished ones are in no bank.</summary>
    public static IQueryable<Question> Current(this AppDb db, Guid? person) => db.Visible(person).Where(q => q.RetiredAt == null);

    /// <summary>The same with those that have left the bank since: a draft that was begun can still be saved.</summary>
    public static IQueryable<Question> Visible(this AppDb db, Guid? person) => db.Questions.Where(q => q.RevisionNumber > 0
        && (q.Visibility == QuestionVisibility.Site || (q.OwnerId != null && q.OwnerId == person)
            || (q.Visibility == QuestionVisibility.Class && db.Memberships.Any(m => m.ClassId == q.ClassId && m.UserId == person && m.LeftAt == null))));

    /// <summary>A teacher's own questions in any state.</summary>
    public static IQueryable<Question> OwnedBy(this IQueryable<Question> questions, Guid owner) => questions.Where(q => q.OwnerId == owner);

    /// <summary>Questions that are usual in an exam, of <see cref="Content.Exams"/>.</summary>
    public static IQueryable<Question> UsualIn(this IQueryable<Question> questions, string exam)
    {
        var word = $",{exam},";
        return questions.Where(q => q.Exams.Contains(word));
    }

    /// <summary>The newest revision of a question that is in a person's bank, with points and model answers; null where there is none. It is shared and never changed.</summary>
    public static async Task<QuestionRevision?> CurrentRevisionAsync(this AppDb db, string slug, Guid? person, CancellationToken ct)
    {
        var id = await db.CachedAsync(("current revision", slug, person), () => db.QuestionRevisions
            .Where(r => r.Question.Slug == slug && r.Number == r.Question.RevisionNumber && db.Current(person).Any(q => q.Id == r.QuestionId)).OrderBy(r => r.Id).Select(r => (int?)r.Id).FirstOrDefaultAsync(ct));
        return id is { } found ? await db.RevisionAsync(found, ct) : null;
    }

    /// <summary>One revision by id, whole. It is shared and never changed.</summary>
    public static Task<QuestionRevision> RevisionAsync(this AppDb db, int id, CancellationToken ct) => db.CachedAsync(("revision", id), () =>
        db.QuestionRevisions.AsNoTracking().AsSplitQuery()
            .Include(r => r.Question).Include(r => r.Points.OrderBy(p => p.Order)).Include(r => r.Answers.OrderBy(a => a.Order))
            .OrderBy(r => r.Id).FirstAsync(r => r.Id == id, ct));
}
