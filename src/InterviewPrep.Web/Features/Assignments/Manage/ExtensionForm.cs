using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>More time for one learner, as a teacher types it; 0 and 0 takes it back.</summary>
public sealed class ExtensionForm
{
    public Guid Learner { get; set; }

    public int Hours { get; set; }

    public int ExtraMinutes { get; set; }

    public string? Reason { get; set; }

    /// <summary>Why it cannot be given so; null where it can.</summary>
    public string? Validate() =>
        Hours is < 0 or > Extension.MostLaterMinutes / 60 || ExtraMinutes is < 0 or > Extension.MostExtraMinutes
            ? $"推迟是 0 到 {Extension.MostLaterMinutes / 60} 小时，加时是 0 到 {Extension.MostExtraMinutes} 分钟。"
        : Reason?.Length > Extension.LongestReason ? $"原因最多 {Extension.LongestReason} 个字符。"
        : ForbiddenCharacters.Find(Reason ?? "") is { } c ? $"原因里有无法保存的字符（{c}），请删掉它。" : null;
}
