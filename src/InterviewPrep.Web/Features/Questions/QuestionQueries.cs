using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Questions;

public static class QuestionQueries
{
    /// <summary>Questions that are in the bank now.</summary>
    public static IQueryable<Question> Current(this IQueryable<Question> questions) => questions.Where(q => q.RetiredAt == null);

    /// <summary>
    /// Questions whose title, prompt, post or field holds every word of a search. Plain containment, not a full-text index:
    /// such indexes miss Chinese words of two characters, and a bank of some hundred questions is read in a millisecond.
    /// </summary>
    public static IQueryable<Question> Matching(this IQueryable<Question> questions, string? search)
    {
        foreach (var word in SpeechText.Fold(search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            questions = questions.Where(q => q.SearchText.Contains(word));
        return questions;
    }

    /// <summary>The newest revision of a question of the bank, with points and model answers; null where there is none.</summary>
    public static Task<QuestionRevision?> CurrentRevisionAsync(this AppDb db, string slug, CancellationToken ct) =>
        db.QuestionRevisions.AsNoTracking().AsSplitQuery()
            .Include(r => r.Question).Include(r => r.Points.OrderBy(p => p.Order)).Include(r => r.Answers.OrderBy(a => a.Order))
            .Where(r => r.Question.Slug == slug && r.Question.RetiredAt == null && r.Number == r.Question.RevisionNumber)
            .OrderBy(r => r.Id).FirstOrDefaultAsync(ct);

    /// <summary>One revision by id, whole.</summary>
    public static Task<QuestionRevision> RevisionAsync(this AppDb db, int id, CancellationToken ct) =>
        db.QuestionRevisions.AsNoTracking().AsSplitQuery()
            .Include(r => r.Question).Include(r => r.Points.OrderBy(p => p.Order)).Include(r => r.Answers.OrderBy(a => a.Order))
            .OrderBy(r => r.Id).FirstAsync(r => r.Id == id, ct);
}
