using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace InterviewPrep.Web.Features.Overview;

/// <summary>Pictures that were drawn before; kept by the site, because reading five thousand answers takes a while.</summary>
public sealed class PictureMemory : IDisposable
{
    private const int MostKept = 100;

    public MemoryCache Cache { get; } = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public void Dispose() => Cache.Dispose();
}

/// <summary>The picture of an assignment, drawn anew only when an answer or a mark has come.</summary>
public sealed class Pictures(AppDb db, ContentLibrary content, PictureMemory memory)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    /// <param name="assignment">With its questions and their rubrics; the caller has seen to it that it may be looked at.</param>
    public async Task<AssignmentPicture> OfAsync(Assignment assignment, CancellationToken ct)
    {
        var key = (assignment.Id,
            await db.Submissions.CountAsync(s => s.AssignmentId == assignment.Id, ct),
            await db.Marks.Where(m => m.Submission.AssignmentId == assignment.Id).SumAsync(m => (long)m.Revision, ct),
            await db.Attempts.Where(a => a.AssignmentId == assignment.Id).MaxAsync(a => (DateTimeOffset?)a.LateFrom, ct),
            content);
        if (memory.Cache.TryGetValue(key, out AssignmentPicture? known)) return known!;
        var questions = new List<QuestionPicture>();
        foreach (var question in assignment.Questions.OrderBy(q => q.Order))
        {
            var answers = await db.Submissions.AsNoTracking().Where(s => s.AssignmentQuestionId == question.Id && s.IsLatest)
                .Select(s => new PicturedAnswer(s.Text, s.Zi, s.HandedInAt >= s.Attempt.LateFrom, s.Mark!.Scores, s.Mark.Total, s.Mark.Rubric)).ToListAsync(ct);
            var revision = await db.RevisionAsync(question.QuestionRevisionId, ct);
            questions.Add(Picturing.Of(question.Id, question.Order, revision, content.FindFramework(revision.Framework), question.Rubric, answers));
        }
        var picture = new AssignmentPicture(questions);
        memory.Cache.Set(key, picture, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Kept });
        return picture;
    }
}
