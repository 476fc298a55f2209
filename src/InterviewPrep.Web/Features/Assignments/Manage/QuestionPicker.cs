using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>A question as the page of a new assignment shows it.</summary>
public sealed record PickedQuestion(string Slug, string Title, string Type, string Prompt);

/// <summary>Chooses the questions of an assignment out of the bank, or takes those of a paper.</summary>
public sealed class QuestionPicker(AppDb db, QuestionSearch search, CurrentPerson person)
{
    private const int MostFound = 20;

    private Guid Me => person.Id!.Value;

    /// <summary>The questions with these slugs, in their order.</summary>
    public async Task<IReadOnlyList<PickedQuestion>> PickedAsync(IReadOnlyList<string> slugs, CancellationToken ct)
    {
        var picked = await Rows(db.Current(Me).Where(q => slugs.Contains(q.Slug))).ToListAsync(ct);
        return [.. slugs.Select(s => picked.FirstOrDefault(q => q.Slug == s)).OfType<PickedQuestion>()];
    }

    /// <summary>What a search finds besides the questions that are picked.</summary>
    public async Task<IReadOnlyList<PickedQuestion>> FoundAsync(string? words, IReadOnlyList<string> slugs, CancellationToken ct)
    {
        var found = await search.FindAsync(db.Current(Me).Where(q => !slugs.Contains(q.Slug)), words, Me, ct);
        return await Rows(found.OrderBy(f => f.Place).ThenByDescending(f => f.Question.OwnerId == Me).ThenBy(f => f.Question.Difficulty).ThenBy(f => f.Question.Id).Take(MostFound).Select(f => f.Question)).ToListAsync(ct);
    }

    /// <summary>The revisions that an assignment is set with.</summary>
    /// <returns>They, and why the assignment cannot be set with them; null where it can.</returns>
    public async Task<(IReadOnlyList<QuestionRevision> Questions, string? Problem)> ReadAsync(IReadOnlyList<string> slugs, CancellationToken ct)
    {
        var revisions = (await db.CurrentRevisionsAsync([.. slugs], Me, ct)).ToDictionary(r => r.Question.Slug);
        var questions = slugs.Take(AssignmentPlan.MostQuestions).Select(revisions.GetValueOrDefault).OfType<QuestionRevision>().ToList();
        return (questions, questions.Count == 0 ? "请至少选一道题，或选一套题。" : slugs.Count > AssignmentPlan.MostQuestions ? $"一次作业最多 {AssignmentPlan.MostQuestions} 题。" : null);
    }

    private static IQueryable<PickedQuestion> Rows(IQueryable<Question> questions) =>
        questions.AsNoTracking().Select(q => new PickedQuestion(q.Slug, q.Title, q.Type, q.Revisions.OrderByDescending(r => r.Number).First().Prompt));
}
