namespace InterviewPrep.Web.Features.Exams;

/// <summary>How somebody wants to sit a paper. What is left out or out of range stays as the room has it.</summary>
public sealed class SittingForm
{
    public const string Say = "say", Write = "write", Both = "both", Read = "read", Heard = "heard", Shared = "shared", Each = "each";

    /// <summary>Key of the form: the same form sent twice begins one sitting.</summary>
    public Guid Key { get; init; } = Guid.NewGuid();

    /// <summary>Whether answers are spoken, written, or both.</summary>
    public string Mode { get; init; } = Say;

    /// <summary>看题 or 听题; null as the room has it.</summary>
    public string? Present { get; init; }

    /// <summary>One clock for all questions or one for each; null as the room has it.</summary>
    public string? Clock { get; init; }

    public int? Minutes { get; init; }

    public int? Reading { get; init; }

    public int? Thinking { get; init; }

    public int? Answering { get; init; }

    public int? Reminder { get; init; }

    /// <summary>The rules of a room with the changes of this form.</summary>
    public SittingRules Change(SittingRules room)
    {
        var minutes = Number(Minutes, 1, SittingRules.MostMinutes, room.Minutes);
        var heard = Present switch
        {
            Heard => true,
            Read => false,
            _ => room.IsHeard,
        };
        return room with
        {
            Minutes = minutes,
            Reading = Number(Reading, 0, SittingRules.MostReading, room.Reading),
            Thinking = Number(Thinking, 0, SittingRules.MostThinking, room.Thinking),
            Answering = Number(Answering, SittingRules.LeastAnswering, SittingRules.MostAnswering, room.Answering),
            SharesClock = Clock switch
            {
                Shared => true,
                Each => false,
                _ => room.SharesClock,
            },
            Reminder = Math.Min(Number(Reminder, 0, SittingRules.MostMinutes, room.Reminder), minutes - 1),
            IsHeard = heard,
            Speaks = Mode != Write,
            Writes = Mode is Write or Both,
        };
    }

    private static int Number(int? typed, int least, int most, int usual) => typed is { } number ? Math.Clamp(number, least, most) : usual;
}
