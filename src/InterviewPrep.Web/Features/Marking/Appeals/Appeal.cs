namespace InterviewPrep.Web.Features.Marking.Appeals;

/// <summary>申请复核: a learner doubts the score of one element, and says why.</summary>
public sealed class Appeal
{
    public const int LongestText = 1_000, ShortestReason = 10;

    private Appeal()
    {
    }

    private Appeal(Guid submissionId, string element, string elementName, double points, string reason, DateTimeOffset now)
    {
        (Id, SubmissionId, Element, ElementName) = (Guid.CreateVersion7(), submissionId, element, elementName);
        (PointsBefore, Reason, At) = (points, reason, now);
    }

    public Guid Id { get; private set; }

    public Guid SubmissionId { get; private set; }

    public Mark Mark { get; private set; } = null!;

    /// <summary>Key of the element in the mark's rubric.</summary>
    public string Element { get; private set; } = "";

    public string ElementName { get; private set; } = "";

    public double PointsBefore { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Null while nobody answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public Guid? AnsweredById { get; private set; }

    public string Answer { get; private set; } = "";

    /// <summary>The same as before where the score stands.</summary>
    public double? PointsAfter { get; private set; }

    /// <summary>Asks for a second look.</summary>
    /// <param name="mark">As the learner sees it, through MarkQueries.ReleasedTo.</param>
    /// <param name="earlier">Appeals on the same submission.</param>
    /// <returns>The appeal, or why there is none, said to the learner.</returns>
    public static (Appeal? Appeal, string? Problem) Ask(Mark mark, Assignments.Release release, IEnumerable<Appeal> earlier, string element, string reason, DateTimeOffset now)
    {
        if (now >= release.AppealsUntil) return (null, "申请复核的时间已过。");
        if (mark.Rubric.Find(element) is not { } found || mark.Scores.FirstOrDefault(s => s.Element == element) is not { } score) return (null, "没有这个要素。");
        if (earlier.Any(a => a.Element == element)) return (null, "这个要素已经申请过复核。");
        if (reason.Trim().Length is < ShortestReason or > LongestText) return (null, $"请写明理由，{ShortestReason} 到 {LongestText} 个字符。");
        return (new Appeal(mark.SubmissionId, element, found.Name, score.Points, reason.Trim(), now), null);
    }

    /// <summary>Answers it; with other points the mark changes, and both stay to be seen.</summary>
    /// <returns>False where it was answered before, or the points are not the element's.</returns>
    public bool Settle(Mark mark, double points, string answer, Guid by, DateTimeOffset now)
    {
        if (AnsweredAt is not null || mark.Rubric.Find(Element)?.Allows(points) == false) return false;
        (AnsweredAt, AnsweredById, Answer, PointsAfter) = (now, by, answer.Trim(), points);
        if (mark.Scores.FirstOrDefault(s => s.Element == Element)?.Points != points && mark.Rubric.Find(Element) is not null) mark.Correct(Element, points, by, now);
        return true;
    }
}
