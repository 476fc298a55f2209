namespace InterviewPrep.Web.Features.Exams;

/// <summary>Where a candidate is in a sitting.</summary>
public enum SittingPhase
{
    /// <summary>抽签: the number is drawn, nobody is in the room yet.</summary>
    Drawn,

    /// <summary>Reading and preparing before the clock starts.</summary>
    Reading,

    /// <summary>进场: the examiner says how the interview goes.</summary>
    Entering,

    /// <summary>看题 or 听题.</summary>
    Looking,

    /// <summary>思考.</summary>
    Thinking,

    /// <summary>作答.</summary>
    Answering,

    /// <summary>A question is answered; what was forgotten can be added, or the next one asked for.</summary>
    Between,

    /// <summary>It is over.</summary>
    Ended,
}

/// <summary>The beginning of a phase.</summary>
/// <param name="Question">From 1; 0 before the first question.</param>
/// <param name="ByClock">True where the time was up, false where the candidate went on.</param>
public sealed record SittingMark(SittingPhase Phase, int Question, DateTimeOffset At, bool ByClock = false);
