using System.Diagnostics;
using System.Net;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Benchmarks;

/// <summary>A whole class writes at once, each autosaving every three seconds.</summary>
public static class ClassOfLearners
{
    private const int Learners = 200;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3), Length = TimeSpan.FromMinutes(1);

    public static async Task<bool> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("interviewprep-class-").FullName;
        await using var server = new ServerProcess($"--Data:Folder={folder}", $"--Content:Folder={Repository.SampleContent}");
        await server.StartAsync();
        var clients = Enumerable.Range(1, Learners).Select(n => new SavingClient(server.Address, $"学员{n}")).ToList();
        foreach (var client in clients) await client.OpenAsync();
        await Task.WhenAll(clients.Select(SaveOnceAsync)); // everything is compiled and every draft made before the watch starts

        using var over = new CancellationTokenSource(Length);
        var results = (await Task.WhenAll(clients.Select(c => WriteAsync(c, over.Token)))).SelectMany(r => r).ToList();
        var times = results.Select(r => r.Milliseconds).Order().ToList();
        var errors = results.Count(r => r.Status != HttpStatusCode.OK);
        double At(double share) => times[(int)Math.Min(times.Count - 1, share * times.Count)];
        Console.WriteLine($"{Learners} learners, a save every {Every.TotalSeconds:0} s for {Length.TotalSeconds:0} s: {times.Count} saves, {errors} errors");
        Console.WriteLine($"p50 {At(0.5):0.0} ms, p95 {At(0.95):0.0} ms, p99 {At(0.99):0.0} ms, longest {times[^1]:0.0} ms");
        clients.ForEach(c => c.Dispose());
        await server.KillAsync();
        Directory.Delete(folder, recursive: true);
        return errors == 0;
    }

    private static async Task SaveOnceAsync(SavingClient client)
    {
        client.Write();
        await client.SaveAsync(default);
    }

    private static async Task<List<(HttpStatusCode Status, double Milliseconds)>> WriteAsync(SavingClient client, CancellationToken over)
    {
        var results = new List<(HttpStatusCode, double)>();
        try
        {
            await Task.Delay(Random.Shared.NextDouble() * Every, over);
            using var timer = new PeriodicTimer(Every);
            do
            {
                client.Write();
                var watch = Stopwatch.StartNew();
                var status = await client.SaveAsync(default);
                results.Add((status, watch.Elapsed.TotalMilliseconds));
            }
            while (await timer.WaitForNextTickAsync(over));
        }
        catch (OperationCanceledException)
        {
            // The minute is over.
        }
        return results;
    }
}
