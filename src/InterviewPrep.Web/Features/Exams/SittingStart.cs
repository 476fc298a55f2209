using System.Security.Cryptography;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>Begins a sitting: of a paper, or of questions that are drawn.</summary>
public sealed class SittingStart(AppDb db, ContentLibrary content, IQuestionProgress progress, IWithheldAnswers withheld, TimeProvider time)
{
    public const string DrawnTitle = "抽题成卷";

    private const string TooMany = "您存的模拟考试太多了，先删掉几场再考。", TooFew = "这样的题不够一套。请多选几种题型，或者放宽难度。";

    /// <summary>The id of the sitting, or why there is none, said to the person.</summary>
    public sealed record Result(Guid? Id, string? Problem = null);

    /// <summary>The layouts that drawn questions can be sat in: one alone, and without a material that the questions belong to.</summary>
    public IEnumerable<RoomLayout> LayoutsToDraw => content.Layouts.Where(l => l.Group is null && l.Reading == 0);

    /// <summary>The rules of the room that a paper is sat in.</summary>
    public SittingRules RoomOf(ExamPaper paper) => SittingRules.Of(content.FindLayout(paper.Layout), paper.Minutes);

    public async Task<Result> OfPaperAsync(ExamPaper paper, SittingForm form, Guid owner, CancellationToken ct)
    {
        var questions = await RevisionsAsync(paper.Questions, owner, ct);
        return questions.Count == 0 ? new(null, TooFew) : await KeepAsync(paper.Slug, paper.Title, paper.Layout, RoomOf(paper), questions, form, owner, ct);
    }

    public async Task<Result> OfDrawnAsync(DrawForm wanted, SittingForm form, Guid owner, CancellationToken ct)
    {
        if (LayoutsToDraw.FirstOrDefault(l => l.Slug == wanted.Layout) is not { } layout) return new(null, "先选一种考场。");
        var slugs = await DrawAsync(wanted, layout.Questions, owner, ct);
        return slugs.Count < layout.Questions ? new(null, TooFew)
            : await KeepAsync("", DrawnTitle, layout.Slug, SittingRules.Of(layout, layout.Minutes), await RevisionsAsync(slugs, owner, ct), form, owner, ct);
    }

    private async Task<IReadOnlyList<string>> DrawAsync(DrawForm wanted, int count, Guid owner, CancellationToken ct)
    {
        var bank = db.Current(owner).AsNoTracking().Where(q => q.Difficulty >= wanted.From && q.Difficulty <= wanted.To);
        if (wanted.Types.Count > 0) bank = bank.Where(q => wanted.Types.Contains(q.Type));
        if (wanted.OnlyNew)
        {
            var finished = progress.FinishedBy(owner);
            bank = bank.Where(q => !finished.Contains(q.Id) && !db.ExamAnswers.Any(a => a.QuestionId == q.Id && a.Sitting.OwnerId == owner));
        }
        var kept = await withheld.AllWithheldAsync(owner, ct);
        var found = await bank.Select(q => new { q.Id, q.Slug, q.Type }).ToListAsync(ct);
        var alone = found.Where(q => !kept.Contains(q.Id) && content.FindQuestion(q.Slug)?.Material is null).ToArray();
        RandomNumberGenerator.Shuffle(alone.AsSpan());
        // One of each type before a second of any, as papers have it.
        return [.. alone.GroupBy(q => q.Type).SelectMany(g => g.Select((q, i) => (q.Slug, Round: i))).OrderBy(q => q.Round).Take(count).Select(q => q.Slug)];
    }

    private async Task<IReadOnlyList<QuestionRevision>> RevisionsAsync(IReadOnlyList<string> slugs, Guid owner, CancellationToken ct)
    {
        var found = new List<QuestionRevision>();
        foreach (var slug in slugs)
        {
            if (await db.CurrentRevisionAsync(slug, owner, ct) is { } revision) found.Add(revision);
        }
        return found;
    }

    private async Task<Result> KeepAsync(string paper, string title, string layout, SittingRules room, IReadOnlyList<QuestionRevision> questions, SittingForm form, Guid owner, CancellationToken ct)
    {
        if (form.Key == Guid.Empty) return new(null, "页面放得太久了，请再按一次。");
        if (await db.ExamSittings.AnyAsync(s => s.Id == form.Key && s.OwnerId == owner, ct)) return new(form.Key);
        if (await db.ExamSittings.OwnedBy(owner).CountAsync(ct) >= ExamSitting.MostKept) return new(null, TooMany);
        db.Add(new ExamSitting(form.Key, owner, paper, title, layout, form.Change(room), questions, time.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (db.IsUniqueViolation(e))
        {
            // The same form, pressed twice at once: the first press has begun the sitting. Somebody else's key opens nothing.
            db.ChangeTracker.Clear();
            if (!await db.ExamSittings.AnyAsync(s => s.Id == form.Key && s.OwnerId == owner, ct)) return new(null, "页面放得太久了，请再按一次。");
        }
        return new(form.Key);
    }
}
