using System.Data.Common;
using System.Runtime.CompilerServices;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Marking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InterviewPrep.Web.Features.Reports;

/// <summary>Invalidates cached statistics when something that they show is saved, wherever that is.</summary>
public sealed class StatisticsInvalidator(StatisticsCache cache) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, HashSet<Guid>> underWay = [], uncommitted = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context)
        {
            var touched = context.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                .Select(e => e.Entity switch
                {
                    Submission submission => submission.AssignmentId,
                    Attempt attempt => attempt.AssignmentId,
                    Mark { Submission: { } marked } => marked.AssignmentId,
                    AssignmentQuestion question => question.AssignmentId,
                    Membership member => member.ClassId,
                    RosterRow row => row.ClassId,
                    _ => Guid.Empty,
                }).Where(id => id != Guid.Empty).ToHashSet();
            underWay.AddOrUpdate(context, touched);
        }
        return ValueTask.FromResult(result);
    }

    // Only once it is in the store: statistics computed before that would be taken for new ones.
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context && underWay.TryGetValue(context, out var touched))
        {
            foreach (var id in touched) cache.Invalidate(id);
            underWay.Remove(context);
            if (context.Database.CurrentTransaction is not null && touched.Count > 0) uncommitted.GetOrCreateValue(context).UnionWith(touched);
        }
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context && uncommitted.TryGetValue(context, out var touched))
        {
            foreach (var id in touched) cache.Invalidate(id);
            uncommitted.Remove(context);
        }
        return Task.CompletedTask;
    }
}
