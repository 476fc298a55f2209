using System.Diagnostics;
using System.Globalization;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;

namespace InterviewPrep.Benchmarks;

/// <summary>Queue and desk with 30, 500 and 5,000 submissions: the time of an answer stays level.</summary>
public static class MarkingBenchmark
{
    private const double Bound = 1.5;
    private const int Rounds = 41;

    private static readonly int[] Sizes = [30, 500, 5_000];

    public static async Task<bool> RunAsync()
    {
        var app = new App();
        await app.InitializeAsync();
        try
        {
            using var teacher = await app.NewPersonAsync("基准老师", Roles.Teacher);
            var teacherId = await BigClass.IdOfAsync(app, "基准老师");
            var addresses = new List<(string Page, string[] Addresses)>();
            var queues = new List<string>();
            foreach (var size in Sizes)
            {
                var (classId, assignmentId) = await BigClass.NewAsync(app, teacherId, size, markedShare: 0.4);
                queues.Add($"/classes/{classId}/assignments/{assignmentId}/marking");
            }
            var desks = new List<string>();
            foreach (var queue in queues) desks.Add((await teacher.GetAsync(queue)).One("a.primary").GetAttribute("href")!);
            addresses.Add(("queue", [.. queues]));
            addresses.Add(("queue, unmarked", [.. queues.Select(q => q + "?unmarked=true")]));
            addresses.Add(("desk", [.. desks]));
            var holds = true;
            foreach (var (page, ofSizes) in addresses) holds &= Report(page, await MediansAsync(teacher, ofSizes));
            return holds;
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    // The sizes take turns, so that whatever else the machine does falls on all of them alike.
    private static async Task<double[]> MediansAsync(Visitor visitor, string[] addresses)
    {
        var times = addresses.Select(_ => new List<double>()).ToArray();
        for (var round = -5; round < Rounds; round++)
        {
            for (var i = 0; i < addresses.Length; i++)
            {
                var watch = Stopwatch.StartNew();
                using var response = await visitor.Client.GetAsync(new Uri(addresses[i], UriKind.Relative));
                await response.Content.ReadAsByteArrayAsync();
                response.EnsureSuccessStatusCode();
                if (round >= 0) times[i].Add(watch.Elapsed.TotalMilliseconds);
            }
        }
        return [.. times.Select(t => t.Order().ElementAt(t.Count / 2))];
    }

    private static bool Report(string page, double[] medians)
    {
        var holds = medians.All(m => m <= medians[0] * Bound);
        var figures = Sizes.Select((size, i) => string.Create(CultureInfo.InvariantCulture, $"{size,5}: {medians[i],6:0.0} ms ({medians[i] / medians[0]:0.00}×)"));
        Console.WriteLine($"{page,-16} {string.Join("   ", figures)}   {(holds ? "level" : "NOT level")}");
        return holds;
    }
}
