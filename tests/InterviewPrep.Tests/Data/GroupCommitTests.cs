using System.Data.Common;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Lessons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Data;

/// <summary>Saves that wait are committed together, and none depends on its neighbour.</summary>
public sealed class GroupCommitTests(GroupCommitTests.Site app) : IClassFixture<GroupCommitTests.Site>
{
    private const int Saves = 20, Broken = 7;
    private const string Failed = "failed";

    public sealed class Site : App
    {
        public Commits Commits { get; } = new();

        protected override void Change(IServiceCollection services) => services.AddSingleton<IInterceptor>(Commits);
    }

    public sealed class Commits : DbTransactionInterceptor
    {
        private int count;

        public int Count => count;

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref count);
            return Task.CompletedTask;
        }
    }

    private GroupCommit Writer => app.Services.GetRequiredService<GroupCommit>();

    private static async Task<string> KeepAsync(IServiceProvider services, Guid owner, string lesson)
    {
        var db = services.GetRequiredService<AppDb>();
        // A save may run twice, and finds its own work done.
        if (!await db.LessonCompletions.AnyAsync(c => c.OwnerId == owner && c.Lesson == lesson)) db.Add(new LessonCompletion(owner, lesson, DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync();
        return lesson;
    }

    // One save is held until the others wait behind it.
    private async Task<IReadOnlyList<Task<string>>> QueueAsync(Func<IServiceProvider, int, Task<string>> save)
    {
        var (held, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Writer.RunAsync(async _ =>
        {
            held.SetResult();
            await go.Task;
            return "";
        }, _ => false);
        await held.Task;
        var waiting = Enumerable.Range(0, Saves).Select(n => Writer.RunAsync(s => save(s, n), answer => answer == Failed)).ToList();
        go.SetResult();
        await first;
        return waiting;
    }

    [Fact]
    public async Task What_waits_is_committed_together_and_answered_when_it_is_there()
    {
        var owner = Guid.NewGuid();
        var before = app.Commits.Count;

        var waiting = await QueueAsync((s, n) => KeepAsync(s, owner, $"lesson-{n}"));

        foreach (var save in waiting)
        {
            var lesson = await save;
            (await app.InDbAsync(db => db.LessonCompletions.AnyAsync(c => c.OwnerId == owner && c.Lesson == lesson))).Should().BeTrue();
        }
        (app.Commits.Count - before).Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_fails_takes_no_other_with_it(bool throws)
    {
        var owner = Guid.NewGuid();

        var waiting = await QueueAsync(async (s, n) => n != Broken ? await KeepAsync(s, owner, $"lesson-{n}") : throws ? throw new InvalidOperationException("seven") : Failed);

        for (var n = 0; n < Saves; n++)
        {
            if (n != Broken) (await waiting[n]).Should().Be($"lesson-{n}");
            else if (throws) await FluentActions.Awaiting(() => waiting[n]).Should().ThrowAsync<InvalidOperationException>();
            else (await waiting[n]).Should().Be(Failed);
        }
        (await app.InDbAsync(db => db.LessonCompletions.CountAsync(c => c.OwnerId == owner))).Should().Be(Saves - 1);
    }
}
