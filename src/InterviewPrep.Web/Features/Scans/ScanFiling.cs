using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Paper.Codes;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Scans;

/// <summary>What became of a page.</summary>
public enum FilingOutcome
{
    Filed,

    /// <summary>No code of this site was read from it.</summary>
    NoCode,

    /// <summary>The code is good, and the sheet somebody else's.</summary>
    NotYours,

    /// <summary>The sheet is of an assignment that takes no more from this learner.</summary>
    NoPlace,

    /// <summary>Another photo stands for that page: a person decides whether it goes.</summary>
    Occupied,
}

/// <summary>Keeps photographed pages and puts them where their code says; what has no certain place waits in the tray.</summary>
public sealed class ScanFiling(AppDb db, ScanFolder folder, ScanQuota quota, SheetSigner signer, ScanPeople people, PaperHandIn paper, CurrentPerson person, TimeProvider time)
{
    /// <param name="Standing">The photo that has the place now, where it is occupied.</param>
    public sealed record Result(FilingOutcome Outcome, ScanPage Page, ScanPage? Standing = null);

    /// <summary>Why no further photo is taken; null where there is room.</summary>
    public Task<string?> RefusalAsync(CancellationToken ct) => quota.RefusalAsync(ct);

    /// <summary>Keeps a picture and files it where its code allows; the same picture again is the same page.</summary>
    public async Task<Result> StoreAsync(ScanPicture picture, string? code, CancellationToken ct)
    {
        var owner = person.Id ?? throw new InvalidOperationException("Somebody signed in sends pages.");
        var page = await db.ScanPages.Include(p => p.Answer!.Question).SingleOrDefaultAsync(p => p.UploadedById == owner && p.Hash == picture.Hash, ct);
        if (page is null)
        {
            page = new ScanPage(owner, picture.Hash, picture.Width, picture.Height, picture.Jpeg.Length, "", time.GetUtcNow());
            await folder.WriteAsync(page.Id, picture.Jpeg, ct);
            db.Add(page);
            await db.SaveChangesAsync(ct);
        }
        return page.AnswerId is null || page.ReplacedAt is not null ? await FileAsync(page, code, isRead: true, null, ct) : new Result(FilingOutcome.Filed, page);
    }

    /// <summary>Files a page by a code that somebody typed.</summary>
    /// <param name="replaces">The photo whose place it takes, where somebody was asked and said so.</param>
    public Task<Result> FileAsync(ScanPage page, string? code, Guid? replaces, CancellationToken ct) => FileAsync(page, code, isRead: false, replaces, ct);

    // A code that was read from the photo is right, so that a better photo of an own page takes its place; what was typed may be wrong.
    private async Task<Result> FileAsync(ScanPage page, string? code, bool isRead, Guid? replaces, CancellationToken ct)
    {
        if (signer.Read(code) is not { } reference) return new(FilingOutcome.NoCode, page);
        // An ambiguous short code is left for manual filing.
        if (await people.OwnersAsync(reference, ct) is not [var owner]) return new(FilingOutcome.NotYours, page);

        var now = time.GetUtcNow();
        var revision = await db.QuestionRevisions.Include(r => r.Question).SingleOrDefaultAsync(r => r.Id == reference.Revision, ct);
        if (revision is null) return new(FilingOutcome.NoCode, page);
        var answer = owner.Assignment is null ? await PracticeAsync(owner.Owner, revision, reference.AnswerNumber, now, ct) : await paper.PlaceAsync(owner, reference, revision, ct);
        if (answer is null) return new(FilingOutcome.NoPlace, page);
        var typed = new string([.. code!.Where(char.IsAsciiLetterOrDigit)]);
        var standing = answer.Standing.FirstOrDefault(p => p.Number == reference.Page && p.Id != page.Id);
        if (standing is not null && standing.Id != replaces && !(isRead && owner.Owner == person.Id))
        {
            // Nothing of the way here is kept but the code, for which the tray asks.
            db.ChangeTracker.Clear();
            if (page.AnswerId is null) await db.ScanPages.Where(p => p.Id == page.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Code, typed), ct);
            return new(FilingOutcome.Occupied, page, standing);
        }
        var left = page.AnswerId;
        standing?.Replace(now);
        page.File(answer, reference.Page, reference.Pages, typed, now);
        await db.SaveChangesAsync(ct);
        if (left is { } from && from != answer.Id) await paper.TakeOutAsync(from, ct);
        return new(FilingOutcome.Filed, page);
    }

    /// <summary>Puts a filed page back into the tray of who sent it.</summary>
    public async Task TakeOutAsync(ScanPage page, CancellationToken ct)
    {
        var from = page.AnswerId!.Value;
        page.TakeOut();
        await db.SaveChangesAsync(ct);
        await paper.TakeOutAsync(from, ct);
    }

    /// <summary>Gives a replaced photo its place again.</summary>
    public async Task RestoreAsync(ScanPage page, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        foreach (var standing in await db.ScanPages.Where(p => p.AnswerId == page.AnswerId && p.Number == page.Number && p.ReplacedAt == null).ToListAsync(ct)) standing.Replace(now);
        page.Restore(now);
        await db.SaveChangesAsync(ct);
    }

    private async Task<ScannedAnswer> PracticeAsync(Guid owner, QuestionRevision revision, int attempt, DateTimeOffset now, CancellationToken ct) =>
        await db.ScannedAnswers.Include(a => a.Pages).OwnedBy(owner).SingleOrDefaultAsync(a => a.QuestionRevisionId == revision.Id && a.Number == attempt && a.AttemptId == null, ct)
            ?? db.Add(new ScannedAnswer(owner, revision, attempt, now)).Entity;

    /// <summary>Turns a waiting page by a quarter.</summary>
    public async Task TurnAsync(ScanPage page, CancellationToken ct)
    {
        var turned = ScanPicture.Turn(await File.ReadAllBytesAsync(folder.PathOf(page.Id), ct));
        await folder.WriteAsync(page.Id, turned.Jpeg, ct);
        page.Resize(turned.Width, turned.Height, turned.Jpeg.Length);
        await db.SaveChangesAsync(ct);
    }

    public async Task RemoveAsync(ScanPage page, CancellationToken ct)
    {
        db.Remove(page);
        await db.SaveChangesAsync(ct);
        folder.Delete(page.Id);
    }
}
