using System.Globalization;
using System.Net;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Benchmarks;

/// <summary>
/// Runs the server under strace while eight clients save, and notes each acknowledged text with the moment at which its answer had
/// come, so that powercut.py can ask whether a disk would have had it.
/// </summary>
public static class TracedSaves
{
    private const int Clients = 8;

    public static async Task<bool> RunAsync(string log, string acks, TimeSpan length)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(log))!, "data");
        Directory.CreateDirectory(folder);
        await using var server = new ServerProcess($"--Data:Folder={folder}", $"--Content:Folder={Repository.SampleContent}")
        {
            Wrapper = ["strace", "-f", "-ttt", "-T", "-y", "-xx", "-s", "300000", "-e", "trace=write,pwrite64,pwritev,fsync,fdatasync,ftruncate,unlink", "-o", log],
        };
        await server.StartAsync();
        await using var file = new StreamWriter(acks);
        using var over = new CancellationTokenSource(length);
        var counts = await Task.WhenAll(Enumerable.Range(1, Clients).Select(n => WriteAsync(new SavingClient(server.Address, $"学员{n}"), file, over.Token)));
        Console.WriteLine($"{counts.Sum()} acknowledged saves of {Clients} clients in {length.TotalSeconds:0} s");
        return counts.Sum() > 0;
    }

    private static async Task<int> WriteAsync(SavingClient client, StreamWriter acks, CancellationToken over)
    {
        using (client)
        {
            await client.OpenAsync();
            while (!over.IsCancellationRequested)
            {
                client.Write();
                // Each text stays as a version of its own, so that every single one can be looked for.
                if (await client.SaveAsync(default, begin: true) != HttpStatusCode.OK) continue;
                var line = string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0 + 0.001:F3}\t{client.Text}");
                lock (acks) acks.WriteLine(line);
            }
            return client.Acknowledged.Count;
        }
    }
}
