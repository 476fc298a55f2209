using InterviewPrep.Web.Content;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>How one sitting is timed. Taken from a layout and changed by who sits it; every number is a setting.</summary>
/// <param name="Minutes">Minutes for all questions together, where they share one clock.</param>
/// <param name="Reading">Minutes of reading before the clock; 0 where there is none.</param>
/// <param name="Thinking">Seconds of thinking for one question; advice only where the clock is shared.</param>
/// <param name="Answering">Seconds of answering for one question; advice only where the clock is shared.</param>
/// <param name="Reminder">Minutes left at which the timekeeper reminds; 0 for never.</param>
public sealed record SittingRules(int Minutes, int Reading, int Thinking, int Answering, bool SharesClock, int Reminder)
{
    public const int MostMinutes = 60, MostReading = 30, MostThinking = 300, LeastAnswering = 30, MostAnswering = 600;

    /// <summary>听题: the questions are only heard, and the clock stands while they are read out.</summary>
    public bool IsHeard { get; init; }

    /// <summary>True where only the material is read beforehand, and the questions are new in the room.</summary>
    public bool HidesQuestions { get; init; }

    /// <summary>True where one reads before one enters, false where one reads in the room.</summary>
    public bool ReadsBefore { get; init; }

    /// <summary>True where answers are spoken.</summary>
    public bool Speaks { get; init; } = true;

    /// <summary>True where answers are written.</summary>
    public bool Writes { get; init; }

    /// <summary>Seconds that reading out takes, for each question.</summary>
    public IReadOnlyList<int> Hearing { get; init; } = [];

    public int Questions => Hearing.Count;

    /// <summary>The room of a layout; the usual one where a paper names none.</summary>
    public static SittingRules Of(RoomLayout? layout, int minutes) => layout is null
        ? new(minutes, 0, PracticeSeconds.Thinking, PracticeSeconds.Answering, SharesClock: true, Reminder: minutes > 2 ? 2 : 1)
        : new(layout.Minutes, layout.Reading, layout.Thinking, layout.Answering, layout.SharesClock, layout.Reminders is [var reminder, ..] ? reminder : 0)
        {
            IsHeard = layout.Present is Presentations.Heard or Presentations.MaterialThenHeard,
            HidesQuestions = layout.Present == Presentations.MaterialThenHeard,
            ReadsBefore = layout.Present == Presentations.MaterialThenHeard || layout.Group is not null,
        };

    /// <summary>Seconds that reading a question out takes, at a calm pace and with a breath before and after.</summary>
    public static int HearingSeconds(string prompt) => 6 + SpeechText.Seconds(SpeechText.CountZi(prompt), CalmRate);

    /// <summary>字 per minute of somebody who reads a question out for others to keep in mind.</summary>
    private const int CalmRate = 180;

    private static class PracticeSeconds
    {
        public const int Thinking = 90, Answering = 180;
    }
}
