using System.ComponentModel.DataAnnotations;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>How somebody wants to sit a paper. What is left out stays as the room has it.</summary>
public sealed class SittingForm
{
    /// <summary>Why a form whose numbers cannot be taken is refused.</summary>
    public static readonly string WrongNumbers = $"时间要写成数字：全卷 1 到 {SittingRules.MostMinutes} 分钟，思考 0 到 {SittingRules.MostThinking} 秒，作答 {SittingRules.LeastAnswering} 到 {SittingRules.MostAnswering} 秒。";

    public const string Say = "say", Write = "write", Both = "both", Read = "read", Heard = "heard", Shared = "shared", Each = "each";

    /// <summary>Key of the form: the same form sent twice begins one sitting.</summary>
    public Guid Key { get; init; } = Guid.NewGuid();

    /// <summary>Whether answers are spoken, written, or both.</summary>
    public string Mode { get; init; } = Say;

    /// <summary>看题 or 听题; null as the room has it.</summary>
    public string? Present { get; init; }

    /// <summary>One clock for all questions or one for each; null as the room has it.</summary>
    public string? Clock { get; init; }

    [Range(1, SittingRules.MostMinutes)]
    public int? Minutes { get; init; }

    [Range(0, SittingRules.MostReading)]
    public int? Reading { get; init; }

    [Range(0, SittingRules.MostThinking)]
    public int? Thinking { get; init; }

    [Range(SittingRules.LeastAnswering, SittingRules.MostAnswering)]
    public int? Answering { get; init; }

    [Range(0, SittingRules.MostMinutes)]
    public int? Reminder { get; init; }

    /// <summary>The rules of a room with the changes of this form.</summary>
    public SittingRules Change(SittingRules room)
    {
        var minutes = Minutes ?? room.Minutes;
        var heard = Present switch
        {
            Heard => true,
            Read => false,
            _ => room.IsHeard,
        };
        return room with
        {
            Minutes = minutes,
            Reading = Reading ?? room.Reading,
            Thinking = Thinking ?? room.Thinking,
            Answering = Answering ?? room.Answering,
            SharesClock = Clock switch
            {
                Shared => true,
                Each => false,
                _ => room.SharesClock,
            },
            Reminder = Math.Min(Reminder ?? room.Reminder, minutes - 1),
            IsHeard = heard,
            Speaks = Mode != Write,
            Writes = Mode is Write or Both,
        };
    }
}
