using System.Collections.Concurrent;
using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>Accounts or passwords of a class while they are made, and their slips until they are printed.</summary>
public sealed class SlipRun(Guid teacher, int total, DateTimeOffset startedAt)
{
    private readonly ConcurrentQueue<RosterAccounts.Slip> slips = new();

    /// <summary>Who began it; nobody else sees the slips.</summary>
    public Guid Teacher => teacher;

    /// <summary>How many there will be.</summary>
    public int Total => total;

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>Those that are made.</summary>
    public IReadOnlyList<RosterAccounts.Slip> Slips => [.. slips];

    /// <summary>Ends with the work; never fails.</summary>
    public Task Work { get; internal set; } = Task.CompletedTask;

    /// <summary>Something broke off the work; what was made until then is there.</summary>
    public bool IsBroken { get; internal set; }

    internal void Add(RosterAccounts.Slip slip) => slips.Enqueue(slip);
}

/// <summary>
/// Makes slips behind the page, so that leaving it loses no password. Slips live in the memory of this process only, until the teacher has
/// printed them or <see cref="Kept"/> is over; after that new passwords are made.
/// </summary>
public sealed partial class SlipRuns(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<SlipRuns> logger)
{
    /// <summary>How long slips can be looked at again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>How long the page waits for a small class before it shows the progress.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, SlipRun> runs = new();

    /// <summary>The run of a class, of whoever began it; null where there is none.</summary>
    public SlipRun? Of(Guid classId)
    {
        foreach (var (old, run) in runs.Where(r => r.Value.Work.IsCompleted && r.Value.StartedAt + Kept < time.GetUtcNow())) runs.TryRemove(KeyValuePair.Create(old, run));
        return runs.GetValueOrDefault(classId);
    }

    /// <summary>Begins to make the missing accounts, or new passwords for who has never signed in. Does nothing while the class has a run.</summary>
    public async Task StartAsync(Guid classId, Guid teacher, int total, bool isAgain)
    {
        var run = new SlipRun(teacher, total, time.GetUtcNow());
        if (Of(classId) is not null || !runs.TryAdd(classId, run)) return;
        // The work outlives the request, so it must not see the request's context.
        using (ExecutionContext.SuppressFlow()) run.Work = Task.Run(() => RunAsync(classId, run, isAgain));
        await Task.WhenAny(run.Work, Task.Delay(Patience));
    }

    /// <summary>Forgets the slips of a class.</summary>
    public void Forget(Guid classId)
    {
        if (Of(classId) is { Work.IsCompleted: true } run) runs.TryRemove(KeyValuePair.Create(classId, run));
    }

    private async Task RunAsync(Guid classId, SlipRun run, bool isAgain)
    {
        var ct = lifetime.ApplicationStopping;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var accounts = scope.ServiceProvider.GetRequiredService<RosterAccounts>();
            var schoolClass = await scope.ServiceProvider.GetRequiredService<AppDb>().Classes.Include(c => c.Members).Include(c => c.Roster).AsSplitQuery().SingleAsync(c => c.Id == classId, ct);
            var slips = isAgain ? accounts.IssueAgainAsync(schoolClass, run.Teacher, ct) : accounts.MakeAsync(schoolClass, run.Teacher, ct);
            await foreach (var slip in slips) run.Add(slip);
        }
        catch (Exception e)
        {
            run.IsBroken = true;
            Broken(e, classId);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Login slips of class {ClassId} could not all be made")]
    private partial void Broken(Exception e, Guid classId);
}
