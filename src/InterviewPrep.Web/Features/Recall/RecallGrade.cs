namespace InterviewPrep.Web.Features.Recall;

/// <summary>How well a point was said, as the learner judges it; the four ratings of FSRS.</summary>
public enum RecallGrade
{
    /// <summary>忘了.</summary>
    Again = 1,

    /// <summary>勉强.</summary>
    Hard = 2,

    /// <summary>说得出.</summary>
    Good = 3,

    /// <summary>顺口.</summary>
    Easy = 4,
}

public static class RecallGrades
{
    public static IReadOnlyList<RecallGrade> All { get; } = [RecallGrade.Again, RecallGrade.Hard, RecallGrade.Good, RecallGrade.Easy];

    public static string Name(RecallGrade grade) => grade switch
    {
        RecallGrade.Again => "忘了",
        RecallGrade.Hard => "勉强",
        RecallGrade.Good => "说得出",
        _ => "顺口",
    };
}
