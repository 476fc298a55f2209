using System.Diagnostics;

namespace InterviewPrep.Benchmarks;

/// <summary>So many connections, each with one request after the other, for a while.</summary>
internal static class Load
{
    public const int Connections = 16;

    /// <summary>What came of it.</summary>
    /// <param name="Rate">Answers a second.</param>
    /// <param name="P99">Milliseconds.</param>
    public sealed record Result(double Rate, double P99);

    /// <param name="clients">Gives each connection what it does again and again; it throws where an answer is wrong.</param>
    public static Result Run(TimeSpan length, Func<int, (Action Ask, IDisposable Connection)> clients)
    {
        var all = Enumerable.Range(0, Connections).Select(clients).ToList();
        var times = new List<double>[Connections];
        Exception? failure = null;
        var over = Stopwatch.StartNew();
        var threads = all.Select((client, n) => new Thread(() =>
        {
            var mine = times[n] = [];
            try
            {
                while (over.Elapsed < length)
                {
                    var began = Stopwatch.GetTimestamp();
                    client.Ask();
                    mine.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
            }
            catch (Exception e)
            {
                failure = e;
            }
        }, 256 * 1024)).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        var elapsed = over.Elapsed;
        all.ForEach(c => c.Connection.Dispose());
        if (failure is not null) throw new InvalidOperationException("a request failed", failure);
        var sorted = times.SelectMany(t => t).Order().ToList();
        return new Result(sorted.Count / elapsed.TotalSeconds, sorted[(int)(sorted.Count * 0.99)]);
    }

    /// <summary>The same page by everybody.</summary>
    public static Result Pages(TimeSpan length, Uri site, string path, string headers = "") => Run(length, _ =>
    {
        var connection = new RawConnection(site);
        var request = RawConnection.Request(site, "GET", path, headers);
        return (() => { if (connection.Send(request).Status is not 200 and var status) throw new InvalidOperationException($"{path} answered {status}"); }, connection);
    });
}
