using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>An answer beside a model answer: what is shown of both.</summary>
/// <param name="AnswerIndex">Which model answer, from 0.</param>
/// <param name="IsWithheld">True while an assignment keeps the model answer back.</param>
/// <param name="Identity">Before handing in, the words that tell who the person is.</param>
/// <param name="Reading">What the coach reads in the answer.</param>
/// <param name="Stock">Words of the answer that many answers share.</param>
/// <param name="Points">All expected points, in the order of the frame.</param>
/// <param name="Advice">What to look at in the answer as a whole.</param>
public sealed record AnswerComparison(
    Draft Draft, QuestionRevision Revision, Framework Framework, int AnswerIndex, bool IsWithheld, IReadOnlyList<IdentityHit> Identity, AnswerReading Reading,
    IReadOnlyList<StockPhrase> Stock, IReadOnlyList<ComparedPoint> Points, IReadOnlyList<Advice> Advice)
{
    public ModelAnswer Answer => AnswerOf(Revision, AnswerIndex);

    /// <summary>Points to look at, the weightiest first.</summary>
    public IReadOnlyList<ComparedPoint> Open => [.. Points.Where(p => p.IsOpen).OrderByDescending(p => p.Weight)];

    /// <summary>What the page says first.</summary>
    public string Title => Framework.Coach is null ? $"{Points.Count} 个点，请逐个对照" : Open.Count == 0 ? $"{Points.Count} 个点，都认出来了" : $"{Points.Count} 个点，先看这 {Open.Count} 个";

    /// <summary>The same with the points ticked that the person ticks now.</summary>
    public AnswerComparison Ticked(IReadOnlyCollection<string> ticks) => this with { Points = [.. Points.Select(p => p with { Ticked = ticks.Contains(p.Point.Id) })] };

    /// <summary>Keeps the ticks as the person's own score of the draft.</summary>
    public void Score(IReadOnlyCollection<string> ticks, DateTimeOffset now)
    {
        var ticked = Points.Where(p => ticks.Contains(p.Point.Id)).ToList();
        Draft.Score([.. ticked.Select(p => p.Point.Id)], ticked.Sum(p => p.Weight), Points.Sum(p => p.Weight), now);
    }

    internal static ModelAnswer AnswerOf(QuestionRevision revision, int index) => revision.Answers.OrderBy(a => a.Order).ElementAt(index);
}

/// <summary>Reads what the comparison shows.</summary>
public sealed class AnswerComparisonReader(AppDb db, ContentLibrary content, CurrentPerson person, IWithheldAnswers withheld, IdentityReader identity, StockPhrases stock)
{
    /// <param name="answer">Which model answer, from 1; one that is not there is replaced by the nearest.</param>
    /// <param name="tracks">True where the draft is to be changed.</param>
    /// <returns>Null where the person has no such draft.</returns>
    public async Task<AnswerComparison?> ReadAsync(string id, int answer, bool tracks, CancellationToken ct)
    {
        if (!DraftKey.TryParse(id, null, out var key)
            || await (tracks ? db.Drafts : db.Drafts.AsNoTracking()).Include(d => d.Question).Include(d => d.SelfScore).Include(d => d.Judgements).OwnedBy(person.Id).SingleOrDefaultAsync(d => d.Id == key.Id, ct) is not { } draft) return null;
        var revision = await db.RevisionAsync(draft.QuestionRevisionId, ct);
        var framework = content.FrameworkOf(revision.Framework);
        var isWithheld = await withheld.AreWithheldAsync(draft.QuestionId, person.Id, ct);
        var index = Math.Clamp(answer - 1, 0, Math.Max(0, revision.Answers.Count - 1));
        var reading = AnswerReading.Of(framework, draft.Text);
        return new AnswerComparison(
            draft, revision, framework, index, isWithheld,
            draft.FinishedAt is null ? await identity.ReadAsync(draft.Text, revision.Prompt, ct) : [], reading,
            draft.FinishedAt is null || isWithheld ? [] : await stock.OfAsync(draft, revision, ct),
            ComparedPoint.Of(revision, framework, reading, AnswerComparison.AnswerOf(revision, index), draft, content.Lessons),
            AnswerAdvice.Of(framework, revision, draft.Text, reading, content));
    }
}
