using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>Brings the shipped questions into the store: new ones added, changed ones revised, missing ones retired.</summary>
public sealed class QuestionImport(AppDb db, TimeProvider time)
{
    private const int Tries = 2;

    /// <summary>What an import did, in questions.</summary>
    public sealed record Result(int Added, int Revised, int Retired);

    /// <summary>Brings the files into the store. Another node may do the same at the same moment: the second try finds what it left.</summary>
    public Task<Result> RunAsync(ContentLibrary library, CancellationToken ct) => db.RetryOnConflictAsync(Tries, () => TryRunAsync(library, ct));

    private async Task<Result> TryRunAsync(ContentLibrary library, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var stored = await db.Questions.Include(q => q.SearchText).Where(q => q.OwnerId == null).ToDictionaryAsync(q => q.Slug, ct);
        var drawn = await db.Drawings.Select(d => d.Hash).ToListAsync(ct);
        db.AddRange(library.Drawings.Where(d => !drawn.Contains(d.Hash)).Select(d => new StoredDrawing(d)));
        int added = 0, revised = 0, retired = 0;
        foreach (var content in library.Questions)
        {
            var known = stored.Remove(content.Slug, out var question);
            question ??= db.Add(new Question(content.Slug)).Entity;
            question.Index(content, library.FindFramework(content.Framework));
            if (!question.Revise(content, now)) continue;
            if (known) revised++;
            else added++;
        }
        foreach (var question in stored.Values.Where(q => q.RetiredAt is null))
        {
            question.Retire(now);
            retired++;
        }
        await db.SaveChangesAsync(ct);
        return new Result(added, revised, retired);
    }
}
