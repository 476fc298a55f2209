namespace InterviewPrep.Web.Features.Drafts;

/// <summary>How a learner's own judgement is said, in the same words for learner and teacher.</summary>
public static class JudgementWords
{
    /// <summary>The reasons to choose from, in their order.</summary>
    public static IReadOnlyList<(DismissalReason Reason, string Name)> Reasons { get; } =
    [
        (DismissalReason.Words, "只是说说，没有做法"),
        (DismissalReason.OtherPoint, "说的是别的点"),
        (DismissalReason.OtherMatter, "说的是别人或别的事"),
        (DismissalReason.Refused, "说的是不做"),
    ];

    /// <summary>The judgement in a few words.</summary>
    public static string Name(PointJudgement judgement) => judgement.Reason is { } reason ? $"我说不算：{Reasons.First(r => r.Reason == reason).Name}" : "我说到了";

    /// <summary>The same as a teacher reads it.</summary>
    public static string OfLearner(PointJudgement judgement) => judgement.Reason is { } reason ? $"学员说不算：{Reasons.First(r => r.Reason == reason).Name}" : "学员自己划的";
}
