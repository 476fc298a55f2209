using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Tells the question bank what a person has answered.</summary>
internal sealed class DraftProgress(AppDb db) : IQuestionProgress
{
    public IQueryable<int> FinishedBy(Guid? person) => db.Drafts.Where(d => d.OwnerId == person && d.FinishedAt != null).Select(d => d.QuestionId);

    public async Task<IReadOnlyList<OwnAnswer>> AnswersAsync(Guid? person, string slug, CancellationToken ct) =>
        await db.Drafts.AsNoTracking().OwnedBy(person).Answering(slug).OrderByDescending(d => d.Number)
            .Select(d => new OwnAnswer(d.Id, d.Number, d.SavedAt, d.FinishedAt, d.SelfScore!.Earned, d.SelfScore!.Total)).ToListAsync(ct);
}
