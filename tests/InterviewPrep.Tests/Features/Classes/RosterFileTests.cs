using System.Diagnostics;
using System.Text;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Classes.Import;

namespace InterviewPrep.Tests.Features.Classes;

/// <summary>What the reading of a roster file costs, against an ordinary file in the same run.</summary>
public sealed class RosterFileTests
{
    private const int MostTimesOfOrdinary = 40;

    private static readonly string Head = SheetFile.Row("学号", "姓名");

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "five million empty rows", SheetFile.Xlsx([Head, .. Enumerable.Repeat(string.Concat(Enumerable.Repeat("<row/>", 100_000)), 50)]) },
        { "a row at the end of the sheet", SheetFile.Xlsx(Head + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>") },
        { "a column that no sheet has", SheetFile.Xlsx(Head + "<row><c r=\"ZZZZZZ3\"><v>1</v></c></row>") },
        { "a million shared texts", SheetFile.Xlsx(Head, shared: string.Concat(Enumerable.Repeat("<si/>", 1_000_000))) },
        { "rows in rows", SheetFile.Xlsx(string.Concat(Enumerable.Repeat("<row>", 20_000)) + string.Concat(Enumerable.Repeat("</row>", 20_000))) },
        { "one long cell", SheetFile.Xlsx(SheetFile.Row("学号", new string('名', 5_000_000))) },
        { "stray quotes", Encoding.UTF8.GetBytes("学号,姓名\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},a\"b\"c \"{i}\",x\"\n"))) },
        { "one line of a megabyte", Encoding.UTF8.GetBytes("学号,姓名" + new string(',', 2_000_000)) },
        { "an open quote before a megabyte", Encoding.UTF8.GetBytes("学号,姓名\n1,\"" + new string('x', 2_000_000)) },
    };

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void A_hostile_file_costs_a_multiple_of_an_ordinary_one_at_most(string what, byte[] file)
    {
        var ordinary = SheetFile.Xlsx([Head, .. Enumerable.Range(1, 2_000).Select(i => SheetFile.Row($"2026{i:0000}", "王某", "13800000000", "备注"))]);
        var (usualTime, usualBytes) = Cost(ordinary);

        var (time, bytes) = Cost(file);

        // The floor keeps a clock's grain out of the comparison.
        time.Should().BeLessThan(MostTimesOfOrdinary * Max(usualTime, TimeSpan.FromMilliseconds(10)), what);
        bytes.Should().BeLessThan(MostTimesOfOrdinary * usualBytes, what);
    }

    /// <summary>The cheapest of three readings: a machine that is busy with something else makes a single one dear.</summary>
    private static (TimeSpan Time, long Bytes) Cost(byte[] file) => Enumerable.Range(0, 3).Select(_ =>
    {
        var (before, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        RosterFile.Read(file);
        return (watch.Elapsed, GC.GetAllocatedBytesForCurrentThread() - before);
    }).MinBy(c => c.Elapsed);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
