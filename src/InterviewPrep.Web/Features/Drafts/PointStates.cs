using InterviewPrep.Web.Content;
using InterviewPrep.Web.Content.Coaching;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>What is said of a point and of the coach, in the same words on every page.</summary>
public static class PointStates
{
    /// <summary>Said of a point that the coach does not recognise.</summary>
    public const string Unrecognised = "没认出来，请自己对照";

    /// <summary>The state in words.</summary>
    public static string Name(FindingState? state) => state switch
    {
        FindingState.Full => "说到了",
        FindingState.Half => "说了一半",
        FindingState.Named => "只提到名目",
        FindingState.Refused => "说的是不做",
        FindingState.Other => "说的是别人",
        _ => Unrecognised,
    };

    /// <summary>The class that draws it: a full or half disc, a crossed square, a ring.</summary>
    public static string Look(FindingState? state) => state switch
    {
        FindingState.Full => "full",
        FindingState.Half => "half",
        null => "none",
        _ => "not",
    };

    /// <summary>Why it is not full, in one sentence; empty where nothing is to be said.</summary>
    public static string Why(Framework framework, ScoringPoint point, FindingState? state) => state switch
    {
        FindingState.Half => Missing(framework, point),
        FindingState.Named => "名目提到了，没有一句说谁去做、怎么做、什么时候。",
        FindingState.Refused => "这句提到了，可说的是不做，考官不会给分。",
        FindingState.Other => "这句说的是别人、别处或者别的时候，没有说您怎么做。",
        _ => "",
    };

    /// <summary>How often the coach is right and how much it passes over, measured on answers that it had never seen.</summary>
    public static string Caveat(Framework framework) => framework.Coach switch
    {
        null => "这类题的采分点系统还不会认，请自己对照。",
        { Figures: { } f } => $"这是系统认的，会认错：认出来的十处里大约对 {Tenths(f.All.Precision)} 处，说到了的十处里大约漏 {10 - Tenths(f.All.Recall)} 处。它不评分。",
        _ => "这是系统认的，会认错，错多少还没有量过。它不评分。",
    };

    private static string Missing(Framework framework, ScoringPoint point) =>
        framework.Coach?.Rules.Points.FirstOrDefault(r => r.Id == point.Id)?.Missing is { Length: > 0 } missing ? missing + "。" : point.Half;

    private static int Tenths(double share) => (int)Math.Round(10 * share);
}
