namespace InterviewPrep.Web.Data;

/// <summary>Something of the store whose time is over at some time. A room that keeps such things registers one; <see cref="DataSweeper"/> runs them all.</summary>
public interface IDataSweep
{
    /// <summary>Removes what need not be kept any longer. Running it twice, or on two nodes at once, does no harm.</summary>
    /// <returns>What was done, in one line for the log; null where there was nothing to do.</returns>
    Task<string?> RunAsync(CancellationToken ct);
}
