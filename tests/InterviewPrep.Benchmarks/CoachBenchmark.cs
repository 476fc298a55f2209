using System.Diagnostics;
using System.Globalization;
using InterviewPrep.Web.Content;

namespace InterviewPrep.Benchmarks;

/// <summary>What the coach costs: time for an answer of 700 字, how the time grows with the length, and memory.</summary>
internal static class CoachBenchmark
{
    private const int Answers = 200, MostMegabytes = 40;
    private const double MostMilliseconds = 5, MostGrowth = 3;

    private const string Sentence = "我会第一时间赶到现场，安抚居民的情绪，把大家的诉求记下来，三个工作日内给出答复。如果情况属实，立即整改并公开道歉；如果是误会，就拿着文件给居民讲清楚。";

    public static Task<bool> RunAsync()
    {
        var content = Path.Combine(ContentFolder(), "content");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var coach = ContentLoader.Load(content).Library.Coaches.Of("attitude-action-longterm")!;
        var library = (GC.GetTotalMemory(forceFullCollection: true) - before) / (1 << 20);
        var (one, two) = (Text(700), Text(1400));
        Time(coach.Read, one, Answers);
        var (short700, long1400) = (Time(coach.Read, one, Answers), Time(coach.Read, two, Answers));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"coach: {short700:0.00} ms for 700 字, {long1400:0.00} ms for 1,400 ({long1400 / short700:0.0}×); the whole content with all coaches holds {library} MB"));
        return Task.FromResult(short700 <= MostMilliseconds && long1400 <= short700 * MostGrowth && library <= MostMegabytes);
    }

    private static double Time(Func<string, object> read, string text, int times)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < times; i++) read(text);
        return watch.Elapsed.TotalMilliseconds / times;
    }

    private static string Text(int zi) => string.Concat(Enumerable.Repeat(Sentence, zi / 60 + 1))[..zi];

    private static string ContentFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "InterviewPrep.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
