using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Data;

/// <summary>
/// What a request does when another one saved the same row or key between its reading and its writing. What a person would overwrite
/// without having seen it is told by <c>FormHash</c> before that.
/// </summary>
public static class Conflicts
{
    /// <summary>True where another request changed the row or took the key.</summary>
    public static bool IsConflict(this AppDb db, DbUpdateException exception) => exception is DbUpdateConcurrencyException || db.IsUniqueViolation(exception);

    /// <summary>Saves, unless the same row was saved at the same moment, as by a button that was pressed twice: the first press has done it.</summary>
    /// <returns>False where the row was there already; the tracked changes are dropped then.</returns>
    public static async Task<bool> SaveUnlessThereAsync(this AppDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (db.IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Does work again, from what the store holds then, where another request was faster.</summary>
    /// <param name="tries">How often at most; the last conflict is the caller's.</param>
    /// <param name="work">Reads what it needs anew each time, and saves.</param>
    public static async Task<T> RetryOnConflictAsync<T>(this AppDb db, int tries, Func<Task<T>> work)
    {
        for (var left = tries; ; left--)
        {
            try
            {
                return await work();
            }
            catch (DbUpdateException e) when (left > 1 && db.IsConflict(e))
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
