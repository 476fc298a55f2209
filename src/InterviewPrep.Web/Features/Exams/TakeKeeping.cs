using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>Takes recordings in: slice after slice from a page, or whole from a recorder.</summary>
public sealed class TakeKeeping(AppDb db, TakeFolder folder, TimeProvider time)
{
    /// <summary>So much one person may keep.</summary>
    public const long MostBytes = 600_000_000;

    /// <summary>So long after its end a sitting takes recordings that were on their way.</summary>
    private static readonly TimeSpan TakenFor = TimeSpan.FromDays(30);

    private const string Full = "存的录音到上限了，这一段没有收。请先在「考过的」里删掉几场。", NotSound = "这不是录音文件，没有保存。请选录音机存的 m4a、mp3、wav、ogg 或 webm 文件。";

    /// <param name="Next">The number of the slice that is wanted next.</param>
    /// <param name="Reason">Why nothing was kept, said to the person; empty where it was.</param>
    public sealed record Result(int Status, int Next = 0, string Reason = "");

    /// <summary>Keeps the next slice of a recording. One that was kept before changes nothing, one that comes too early is asked for again.</summary>
    public async Task<Result> AppendAsync(Guid sittingId, Guid takeId, int question, int slice, Guid? owner, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (await FindAsync(sittingId, question, owner, ct) is not { } sitting) return new(404, Reason: "没有这一场考试。");
        var take = await db.ExamTakes.SingleOrDefaultAsync(t => t.Id == takeId, ct);
        if (take is not null && (take.SittingId != sittingId || take.Question != question || take.IsFile)) return new(404, Reason: "没有这一段录音。");
        var next = take?.Slices ?? 0;
        if (slice < next) return new(200, next);
        if (slice > next) return new(409, next, "前面的还没有到。");
        if (bytes.IsEmpty) return new(400, next, "这一段是空的。");
        if (take is null)
        {
            if (SoundTypes.Of(bytes.Span) is not { } type) return new(415, 0, NotSound);
            take = new ExamTake(takeId, sitting.Id, question, type, isFile: false, time.GetUtcNow());
            if (await RefusalAsync(sitting, ct) is { } refusal) return refusal;
            db.Add(take);
        }
        if (take.Bytes + bytes.Length > ExamTake.LargestFile || await BytesOfAsync(sitting.OwnerId, ct) + bytes.Length > MostBytes) return new(413, next, Full);
        await folder.WriteAsync(takeId, take.Bytes, bytes, ct);
        take.Append(bytes.Length);
        await db.SaveChangesAsync(ct);
        return new(200, take.Slices);
    }

    /// <summary>Keeps a file from a recorder. Its name is never used.</summary>
    /// <param name="key">Key of the form: the same file sent twice is one recording.</param>
    public async Task<Result> AddFileAsync(Guid sittingId, Guid key, int question, Guid? owner, Stream file, CancellationToken ct)
    {
        if (key == Guid.Empty || await FindAsync(sittingId, question, owner, ct) is not { } sitting) return new(404);
        if (await db.ExamTakes.AnyAsync(t => t.Id == key, ct)) return await db.ExamTakes.AnyAsync(t => t.Id == key && t.SittingId == sittingId, ct) ? new(200) : new(404);
        if (await ReadAsync(file, ct) is not { } bytes) return new(413, Reason: $"一个录音文件最大 {ExamTake.LargestFile / 1024 / 1024} MB，没有保存。");
        if (SoundTypes.Of(bytes) is not { } type) return new(415, Reason: NotSound);
        if (await RefusalAsync(sitting, ct) is { } refusal) return refusal;
        if (await BytesOfAsync(sitting.OwnerId, ct) + bytes.Length > MostBytes) return new(413, Reason: Full);
        var take = db.Add(new ExamTake(key, sitting.Id, question, type, isFile: true, time.GetUtcNow())).Entity;
        await folder.WriteAsync(key, 0, bytes, ct);
        take.Append(bytes.Length);
        await db.SaveChangesAsync(ct);
        return new(200);
    }

    /// <summary>Removes a recording and its file.</summary>
    /// <returns>False where this person has no such recording.</returns>
    public async Task<bool> RemoveAsync(Guid sittingId, Guid takeId, Guid? owner, CancellationToken ct)
    {
        if (await db.ExamTakes.Where(t => t.Id == takeId && t.SittingId == sittingId && t.Sitting.OwnerId == owner).ExecuteDeleteAsync(ct) == 0) return false;
        folder.Delete(takeId);
        return true;
    }

    private async Task<ExamSitting?> FindAsync(Guid id, int question, Guid? owner, CancellationToken ct)
    {
        var sitting = await db.ExamSittings.AsNoTracking().OwnedBy(owner).SingleOrDefaultAsync(s => s.Id == id, ct);
        var course = sitting?.CourseAt(time.GetUtcNow());
        return course is not null && course.HasAnswered(question) && !(course.IsOver && time.GetUtcNow() > course.Current.At + TakenFor) ? sitting : null;
    }

    private async Task<Result?> RefusalAsync(ExamSitting sitting, CancellationToken ct) =>
        await db.ExamTakes.CountAsync(t => t.SittingId == sitting.Id, ct) >= ExamTake.MostOfSitting ? new(413, Reason: "这一场的录音太多了，没有收。") : null;

    private Task<long> BytesOfAsync(Guid owner, CancellationToken ct) => db.ExamTakes.Where(t => t.Sitting.OwnerId == owner).SumAsync(t => (long)t.Bytes, ct);

    private static async Task<byte[]?> ReadAsync(Stream file, CancellationToken ct)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await file.ReadAsync(buffer, ct)) > 0;)
        {
            if (bytes.Length + read > ExamTake.LargestFile) return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }
}
