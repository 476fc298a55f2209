using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Shared.Charts;

namespace InterviewPrep.Web.Features.StudyPlan;

/// <summary>What the progress page shows, from what is known of a learner.</summary>
public static class ProgressCharts
{
    /// <summary>Answers whose speaking time is shown.</summary>
    public const int ShownTimes = 10;

    /// <summary>Usual limit of one answer, in seconds.</summary>
    public const int LimitSeconds = 180;

    /// <summary>Charts by stage, type and element of the exam; only those that have something to show.</summary>
    public static IReadOnlyList<BarChart> Of(StudyRecord record, ContentLibrary content) =>
        [.. new[]
        {
            new BarChart("最近五次，每一步说到多少", "步骤", [.. PointShares.ByStage(record.Answers, content).Select(s => Bar(s, $"stage s{content.FindFramework(s.Framework)!.FindStage(s.Id)!.Number}"))]),
            new BarChart("每种题型，最近五次说到多少", "题型", [.. PointShares.ByType(record.Answers, content).Select(s => Bar(s, "good"))]),
            new BarChart("每个测评要素，最近五次说到多少", "要素", [.. PointShares.ByElement(record.Answers, content).Select(s => Bar(s, "good"))]),
        }.Where(c => c.Bars.Count > 0)];

    /// <summary>The points of the last answers, by the stage to which they belong.</summary>
    public static IReadOnlyList<(Stage Stage, IReadOnlyList<PointShare> Points)> Points(StudyRecord record, ContentLibrary content) =>
        [.. from share in PointShares.ByPoint(record.Answers, content)
            group share by (share.Framework, content.FindFramework(share.Framework)!.FindPoint(share.Id)!.Stage) into shares
            select (content.FindFramework(shares.Key.Framework)!.FindStage(shares.Key.Stage)!, (IReadOnlyList<PointShare>)[.. shares])];

    private static Bar Bar(PointShare share, string look) =>
        new(share.Name, [new BarPart("说到", (double)share.Made / share.Asked, look, $"{share.Made}/{share.Asked}")], $"{share.Asked} 个里说到 {share.Made} 个");
}
