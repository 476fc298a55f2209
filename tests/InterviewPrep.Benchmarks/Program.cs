using System.Globalization;
using InterviewPrep.Benchmarks;

// Not a benchmark but its tool: tests/powercut.sh records a run under strace.
if (args is ["saves", var log, var acks, var seconds]) return await TracedSaves.RunAsync(log, acks, TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture))) ? 0 : 1;

// The first word chooses; without one all run. Exit 1 where a promise does not hold.
var benchmarks = new Dictionary<string, Func<Task<bool>>> { ["class"] = ClassOfLearners.RunAsync, ["marking"] = MarkingBenchmark.RunAsync, ["overview"] = OverviewBenchmark.RunAsync, ["coach"] = CoachBenchmark.RunAsync, ["floor"] = FloorBenchmark.RunAsync };
var chosen = args.Length == 0 ? benchmarks.Values : benchmarks.Where(b => b.Key == args[0]).Select(b => b.Value);
if (!chosen.Any())
{
    await Console.Error.WriteLineAsync($"There is no benchmark “{args[0]}”; there are: {string.Join(", ", benchmarks.Keys)}");
    return 2;
}
var holds = true;
foreach (var run in chosen.ToList()) holds &= await run();
return holds ? 0 : 1;
