using System.Globalization;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Benchmarks;

/// <summary>
/// The published site beside the least program of its kind (<c>InterviewPrep.Floor</c>), in turns within one run: what pages, saves, start and
/// memory cost in terms of that program.
/// </summary>
internal static class FloorBenchmark
{
    private const int Rounds = 3, Starts = 3, RequestsBeforeMemory = 20_000;
    private const string Password = "一把好记的钥匙 2026", Lesson = "/lessons/first-sentence";

    /// <summary>What every browser says that it can read.</summary>
    private const string Browser = "Accept-Encoding: gzip, deflate, br\r\n";

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    private static string F(double number, string format = "0.00") => number.ToString(format, CultureInfo.InvariantCulture);

    public static async Task<bool> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("interviewprep-floor-").FullName;
        try
        {
            var site = await MeasuredProgram.PublishAsync("src/InterviewPrep.Web", Path.Combine(folder, "site"));
            var floor = await MeasuredProgram.PublishAsync("tests/InterviewPrep.Floor", Path.Combine(folder, "floor"));
            string[] ofSite = [$"--Data:Folder={folder}/data", $"--Content:Folder={Repository.ShippedContent}"], ofFloor = [$"--Store={folder}/floor.db"];
            await MeasuredProgram.RunAsync(site, ["demo", $"--password={Password}", .. ofSite]);
            var holds = Report("start to first lesson page", "s", [.. Enumerable.Range(0, Starts + 1).Select(_ => (Start(floor, "/", ofFloor), Start(site, Lesson, ofSite)))], 2.5);
            using var least = MeasuredProgram.Start(floor, "/", ofFloor);
            using var real = MeasuredProgram.Start(site, Lesson, ofSite);
            foreach (var (name, path, headers, bar) in await PagesAsync(real.Address)) holds &= Compare(name, bar, () => Load.Pages(Length, least.Address, "/", Browser), () => Load.Pages(Length, real.Address, path, Browser + headers));
            holds &= Compare("16 clients save", 0.7, new Savers(least.Address, "/saves/", "").Run, (await Savers.OpenAsync(real.Address)).Run);
            return holds & await MemoryAsync(floor, ofFloor, site, ofSite);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Start(string program, string page, string[] settings)
    {
        using var started = MeasuredProgram.Start(program, page, settings);
        return started.TimeToFirstPage.TotalSeconds;
    }

    private static async Task<IReadOnlyList<(string Name, string Path, string Headers, double Bar)>> PagesAsync(Uri site)
    {
        using var learner = await SignInAsync(site, "learner2");
        using var teacher = await SignInAsync(site, "teacher");
        var classes = (await teacher.GetAsync("/classes")).Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(h => h.StartsWith("/classes/", StringComparison.Ordinal) && Guid.TryParse(h["/classes/".Length..], out _));
        var assignment = (await teacher.GetAsync(classes)).Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("/assignments/", StringComparison.Ordinal) && Guid.TryParse(h.Split('/')[^1], out _));
        var queue = await teacher.GetAsync($"{assignment}/marking");
        var review = (await learner.GetAsync("/drafts")).Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).FirstOrDefault(h => h.EndsWith("/review", StringComparison.Ordinal));
        List<(string, string, string, double)> pages =
        [
            ("lesson (visitor)", Lesson, "", 0.8), ("question list (visitor)", "/questions", "", 0.8), ("question (visitor)", "/questions/bus-stop-cut-notice", "", 0.8),
            ("practice (signed in)", "/practice/bus-stop-cut-notice", learner.CookieHeader(), 0.35), ("desk (signed in)", "/", learner.CookieHeader(), 0.35), ("class (signed in)", classes, teacher.CookieHeader(), 0.35),
        ];
        if (review is not null) pages.Add(("review (signed in)", review, learner.CookieHeader(), 0.35));
        if (queue.Page.QuerySelector("a.primary")?.GetAttribute("href") is { } desk) pages.Add(("marking desk (signed in)", desk, teacher.CookieHeader(), 0.35));
        return pages;
    }

    private static async Task<Visitor> SignInAsync(Uri site, string name)
    {
        var visitor = new Visitor(site);
        await visitor.SubmitAsync(await visitor.GetAsync("/account/sign-in"), "main form", ("name", name), ("password", Password));
        return visitor;
    }

    private static string CookieHeader(this Visitor visitor) => $"Cookie: {string.Join("; ", visitor.Cookies.Select(c => $"{c.Name}={c.Value}"))}\r\n";

    private static bool Compare(string name, double bar, Func<Load.Result> floor, Func<Load.Result> site)
    {
        floor();
        site();
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (Floor: floor(), Site: site())).ToList();
        var (least, real, ratio) = (Median(rounds.Select(r => r.Floor.Rate)), Median(rounds.Select(r => r.Site.Rate)), Median(rounds.Select(r => r.Site.Rate / r.Floor.Rate)));
        Console.WriteLine($"{name,-28} floor {F(least, "0"),7}/s   site {F(real, "0"),7}/s   ratio {F(ratio)} (bar ≥ {F(bar)})   p99 {F(Median(rounds.Select(r => r.Floor.P99)), "0.0")} and {F(Median(rounds.Select(r => r.Site.P99)), "0.0")} ms");
        return ratio >= bar;
    }

    private static bool Report(string name, string unit, IReadOnlyList<(double Floor, double Site)> rounds, double bar)
    {
        var later = rounds.Skip(rounds.Count > 1 ? 1 : 0).ToList();
        var (least, real, ratio) = (Median(later.Select(r => r.Floor)), Median(later.Select(r => r.Site)), Median(later.Select(r => r.Site / r.Floor)));
        Console.WriteLine($"{name,-28} floor {F(least),7} {unit}   site {F(real),7} {unit}   ratio {F(ratio)} (bar ≤ {F(bar)})");
        return ratio <= bar;
    }

    private static double Median(IEnumerable<double> numbers) => numbers.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static async Task<bool> MemoryAsync(string floor, string[] ofFloor, string site, string[] ofSite)
    {
        using var least = MeasuredProgram.Start(floor, "/", ofFloor);
        using var real = MeasuredProgram.Start(site, Lesson, ofSite);
        using var learner = await SignInAsync(real.Address, "learner3");
        Ask(least.Address, "");
        Ask(real.Address, learner.CookieHeader(), Lesson, "/questions", "/practice/bus-stop-cut-notice", "/");
        return Report("memory after 20,000 requests", "MB", [(least.Megabytes, real.Megabytes)], 2);
    }

    private static void Ask(Uri site, string headers, params string[] paths)
    {
        if (paths.Length == 0) paths = ["/"];
        Parallel.For(0, Load.Connections, n =>
        {
            using var connection = new RawConnection(site);
            for (var i = n; i < RequestsBeforeMemory; i += Load.Connections) connection.Send(RawConnection.Request(site, "GET", paths[i / Load.Connections % paths.Length], i % 2 == 0 ? "" : headers));
        });
    }
}
