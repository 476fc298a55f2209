using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Questions.Own;

/// <summary>Keeps what a teacher types of an own question, and brings it into force once it passes the checks of shipped questions.</summary>
public sealed class OwnQuestionEditing(AppDb db, ContentLibrary content, CurrentPerson person, TimeProvider time)
{
    private const int LongestSketch = 200_000;

    /// <summary>The person's own question with an id; null where there is none.</summary>
    public async Task<Question?> FindAsync(int id, CancellationToken ct)
    {
        var me = person.Id!.Value;
        return await db.Questions.OwnedBy(me).SingleOrDefaultAsync(q => q.Id == id, ct);
    }

    /// <summary>What was typed last; what is in force where nothing was typed since.</summary>
    public async Task<OwnQuestionForm> FormOfAsync(Question question, CancellationToken ct)
    {
        if (question.Sketch.Length > 0) return OwnQuestionForm.FromSketch(question.Sketch);
        if (question.RevisionNumber == 0) return new OwnQuestionForm();
        var current = await db.QuestionRevisions.Where(r => r.QuestionId == question.Id && r.Number == question.RevisionNumber).Select(r => r.Id).SingleAsync(ct);
        return OwnQuestionForm.From(await db.RevisionAsync(current, ct));
    }

    /// <summary>Keeps what was typed, whatever is wrong with it; a question without breaches also comes into force where that was asked for.</summary>
    /// <param name="preview">The question as it would be; null while something is wrong.</param>
    /// <param name="breaches">What is wrong with it.</param>
    /// <param name="toBeReady">True to bring it into force.</param>
    /// <returns>What is wrong with it and with whom it is shown to, and whether the page has to say so.</returns>
    public async Task<(IReadOnlyList<RuleBreach> Breaches, bool IsRefused)> SaveAsync(
        Question question, OwnQuestionForm form, QuestionContent? preview, IReadOnlyList<RuleBreach> breaches, QuestionVisibility visibility, Guid? classId, bool toBeReady, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var sketch = form.ToSketch();
        var isTooLong = sketch.Length > LongestSketch;
        if (isTooLong) breaches = [.. breaches, new RuleBreach("", "too long", "内容太长了，没有保存。")];
        else question.SaveSketch(sketch, now);
        if (visibility == QuestionVisibility.Class && !await db.Classes.TaughtBy(person.Id).AnyAsync(c => c.Id == classId, ct)) breaches = [.. breaches, new RuleBreach("", "no class", "请选给哪个班看。")];
        else if (Enum.IsDefined(visibility)) question.ShowTo(visibility, classId);
        var isReady = toBeReady && breaches.Count == 0;
        if (isReady)
        {
            await db.Entry(question).Reference(q => q.SearchText).LoadAsync(ct);
            question.Index(preview!, content.FindFramework(form.Framework));
            question.Revise(preview!, now);
        }
        await db.SaveChangesAsync(ct);
        return (breaches, isTooLong || (toBeReady && !isReady));
    }

    /// <summary>Takes a question out of the bank, or puts it back; assignments and drafts keep it.</summary>
    public async Task RetireOrReturnAsync(Question question, CancellationToken ct)
    {
        if (question.RetiredAt is null) question.Retire(time.GetUtcNow());
        else question.Return();
        await db.SaveChangesAsync(ct);
    }
}
