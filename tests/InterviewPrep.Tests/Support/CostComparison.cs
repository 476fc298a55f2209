using System.Diagnostics;

namespace InterviewPrep.Tests.Support;

/// <summary>These tests measure the process, so no other test runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredGroup
{
    public const string Name = "measured";
}

/// <summary>Processor time and memory of the largest permitted input, as a multiple of an ordinary one's in the same run.</summary>
public static class CostComparison
{
    /// <summary>How much dearer the largest input may be, in processor time and in memory that is asked for.</summary>
    private const double MostCpu = 300, MostMemory = 600;

    private const int Rounds = 5;

    public static async Task CompareAsync(string what, Func<Task> usual, Func<Task> largest)
    {
        await usual();
        var (usualCpu, usualMemory) = await MeasureAsync(usual, Rounds);
        var (largestCpu, largestMemory) = await MeasureAsync(largest, 1);
        (largestCpu / usualCpu).Should().BeLessThan(MostCpu, "{0}: {1:0.0} ms of processor time instead of {2:0.0}", what, largestCpu, usualCpu);
        (largestMemory / usualMemory).Should().BeLessThan(MostMemory, "{0}: {1:0} kB instead of {2:0}", what, largestMemory, usualMemory);
    }

    private static async Task<(double Milliseconds, double Kilobytes)> MeasureAsync(Func<Task> act, int rounds)
    {
        using var process = Process.GetCurrentProcess();
        var (cpu, memory) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
        for (var i = 0; i < rounds; i++) await act();
        process.Refresh();
        return ((process.TotalProcessorTime - cpu).TotalMilliseconds / rounds, (GC.GetTotalAllocatedBytes(precise: true) - memory) / 1024.0 / rounds);
    }
}
