using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Content.Coaching;

namespace InterviewPrep.Tests.Content.Coaching;

/// <summary>The shipped coach of the four steps, read once.</summary>
internal static class Coaches
{
    public static FrameCoach FourSteps { get; } = ContentLoader.Load(Repository.ShippedContent).Library.Coaches.Of("attitude-action-longterm")!;

    /// <summary>Labelled answers that no training has seen.</summary>
    public static string Unseen { get; } = Path.Combine(Repository.Root, "tests", "InterviewPrep.Tests", "Support", "CoachLabels");

    public static string[] Points(string text) => [.. FourSteps.Read(text).Where(f => f.Counts).Select(f => f.Point).Distinct().Order(StringComparer.Ordinal)];
}
