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
}

/// <summary>Keeps photographed pages and puts them where their code says; what has no certain place waits in the tray.</summary>
public sealed class ScanFiling(AppDb db, ScanFolder folder, ScanQuota quota, SheetSigner signer, ScanPeople people, PaperHandIn paper, CurrentPerson person, TimeProvider time)
{
    public sealed record Result(FilingOutcome Outcome, ScanPage Page);

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
        return page.AnswerId is null ? new Result(await FileAsync(page, code, ct), page) : new Result(FilingOutcome.Filed, page);
    }

    /// <summary>Files a page by a code, read or typed.</summary>
    public async Task<FilingOutcome> FileAsync(ScanPage page, string? code, CancellationToken ct)
    {
        if (signer.Read(code) is not { } reference) return FilingOutcome.NoCode;
        // Two whose marks begin alike: a person decides, not chance.
        if (await people.OwnersAsync(reference, ct) is not [var owner]) return FilingOutcome.NotYours;

        var now = time.GetUtcNow();
        var revision = await db.QuestionRevisions.Include(r => r.Question).SingleOrDefaultAsync(r => r.Id == reference.Revision, ct);
        if (revision is null) return FilingOutcome.NoCode;
        var answer = owner.Assignment is null ? await PracticeAsync(owner.Owner, revision, reference.AnswerNumber, now, ct) : await paper.PlaceAsync(owner, reference, revision, ct);
        if (answer is null) return FilingOutcome.NoPlace;
        foreach (var older in answer.Pages.Where(p => p.Number == reference.Page)) older.Replace(now);
        page.File(answer, reference.Page, reference.Pages, new string([.. code!.Where(char.IsAsciiLetterOrDigit)]), now);
        await db.SaveChangesAsync(ct);
        return FilingOutcome.Filed;
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
