using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Handwriting;

/// <summary>
/// How many photographed pages one person may keep: those in the tray, those of their own practice, and those that were replaced.
/// Pages that count in somebody's attempt at an assignment are not in it: a teacher brings those of whole classes.
/// </summary>
public sealed class ScanQuota(AppDb db, CurrentPerson person)
{
    public const int MostPages = 600;

    public const long MostBytes = 200_000_000;

    /// <summary>So many pages may wait in one tray.</summary>
    public const int LargestTray = 300;

    /// <summary>Why no further photo is taken, said to the person; null where there is room.</summary>
    public async Task<string?> RefusalAsync(CancellationToken ct)
    {
        if (await db.ScanPages.InTrayOf(person.Id).CountAsync(ct) >= LargestTray) return "待放的纸太多了，先把它们放好再传。";
        var kept = db.ScanPages.Where(p => p.UploadedById == person.Id && (p.AnswerId == null || p.ReplacedAt != null || p.Answer!.AttemptId == null));
        var (pages, bytes) = (await kept.CountAsync(ct), await kept.SumAsync(p => (long)p.Bytes, ct));
        return pages >= MostPages || bytes >= MostBytes
            ? $"您存的照片到上限了（{MostPages} 张或 {MostBytes / 1_000_000} MB），没有收。请先在「交回手写的纸」里删掉不用的。" : null;
    }
}
