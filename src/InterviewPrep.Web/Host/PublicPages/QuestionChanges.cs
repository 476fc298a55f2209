using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InterviewPrep.Web.Host.PublicPages;

/// <summary>Sees every statement that changes a question, whichever way it comes, and ends the pages that were rendered before its commit.</summary>
public sealed partial class QuestionChanges(PublicPageCache pages) : DbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbTransaction, object> changing = [];

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Look(command);
        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Look(command);
        return ValueTask.FromResult(result);
    }

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Look(command);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Look(command);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Committed(transaction);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Committed(transaction);
        return Task.CompletedTask;
    }

    private void Look(DbCommand command)
    {
        if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) || !Change().IsMatch(command.CommandText)) return;
        if (command.Transaction is { } transaction) changing.AddOrUpdate(transaction, this);
        else pages.Invalidate();
    }

    private void Committed(DbTransaction transaction)
    {
        if (changing.Remove(transaction)) pages.Invalidate();
    }

    [GeneratedRegex("(INSERT INTO|UPDATE|DELETE FROM) \"(Question|Drawing|ExpectedPoint|ModelAnswer)")]
    private static partial Regex Change();
}
