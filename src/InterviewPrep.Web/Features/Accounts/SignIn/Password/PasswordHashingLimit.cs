using InterviewPrep.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Password;

/// <summary>Whose turn it is to have a password hashed.</summary>
/// <param name="Address">Addresses take turns, so that many tries of one address delay nobody else.</param>
/// <param name="IsKnown">A browser in which the account's owner has signed in before; it comes first.</param>
public sealed record HashingTurn(string Address, bool IsKnown)
{
    /// <summary>Work of the site itself, and of accounts that are just made.</summary>
    public static readonly HashingTurn Others = new("", false);
}

/// <summary>
/// Lets only so many passwords be hashed at once, so that sign-ins cannot take the whole machine. Who has to wait stands in a queue: known
/// browsers first, then one of each address after the other, and within an address who came first.
/// </summary>
public sealed class PasswordHashingLimit
{
    /// <summary>Places on a machine with so many processors: one is left for the rest of the site, where there are more than two.</summary>
    public static int PlacesFor(int processors) => Math.Max(Math.Min(processors, 2), processors - 1);

    private readonly Lock gate = new();
    private readonly LinkedList<Waiter> waiting = new();
    private readonly Dictionary<string, long> served = [];
    private readonly AppUser nobody = new();
    private int free = PlacesFor(Environment.ProcessorCount);
    private long turns;
    private string? nobodysHash;

    private sealed record Waiter(HashingTurn Turn, TaskCompletionSource Called);

    /// <summary>How many wait for a place.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return waiting.Count;
            }
        }
    }

    public async Task<T> RunAsync<T>(HashingTurn turn, Func<Task<T>> work, CancellationToken ct)
    {
        await EnterAsync(turn, ct);
        try
        {
            return await work();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Does the work of a check against a hash that no password fits.</summary>
    public void HashForNobody(IPasswordHasher<AppUser> hasher, string password)
    {
        nobodysHash ??= hasher.HashPassword(nobody, Guid.NewGuid().ToString());
        hasher.VerifyHashedPassword(nobody, nobodysHash, password);
    }

    private async Task EnterAsync(HashingTurn turn, CancellationToken ct)
    {
        LinkedListNode<Waiter> place;
        lock (gate)
        {
            if (free > 0)
            {
                free--;
                served[turn.Address] = ++turns;
                return;
            }
            place = waiting.AddLast(new Waiter(turn, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
        }
        await using var hangUp = ct.Register(() =>
        {
            lock (gate)
            {
                if (place.List is null) return;
                waiting.Remove(place);
            }
            place.Value.Called.TrySetCanceled(ct);
        });
        await place.Value.Called.Task;
    }

    private void Leave()
    {
        lock (gate)
        {
            if (Next() is not { } next)
            {
                free++;
                // The queue is empty, so the turns of addresses start again.
                served.Clear();
                return;
            }
            waiting.Remove(next);
            served[next.Value.Turn.Address] = ++turns;
            next.Value.Called.SetResult();
        }
    }

    private LinkedListNode<Waiter>? Next()
    {
        LinkedListNode<Waiter>? best = null;
        for (var node = waiting.First; node is not null; node = node.Next)
        {
            if (best is null || Rank(node.Value.Turn).CompareTo(Rank(best.Value.Turn)) < 0) best = node;
        }
        return best;
    }

    private (int, long) Rank(HashingTurn turn) => (turn.IsKnown ? 0 : 1, served.GetValueOrDefault(turn.Address));
}
