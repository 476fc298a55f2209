using System.ComponentModel.DataAnnotations;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>What a form of the room brings.</summary>
public sealed class Pressed
{
    public SittingAct Act { get; init; }

    /// <summary>The step that the page showed.</summary>
    public int Step { get; init; }

    /// <summary>Whose notes and text it brings; 0 in the reading time.</summary>
    public int Question { get; init; }

    /// <summary>Which question is to be added to.</summary>
    public int Target { get; init; }

    /// <summary>Revision of the answer that the page knew.</summary>
    public int Revision { get; init; }

    /// <summary>Null where the page has no such field.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Notes { get; init; }

    /// <summary>Null where the page has no such field.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Text { get; init; }

    /// <summary>When it was pressed or written, by the device; null where no script told it.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Why it cannot be taken, said to the person; null where it can.</summary>
    public string? Refusal =>
        !Enum.IsDefined(Act) ? "没有这个按钮。"
        : (Notes?.Length ?? 0) > ExamAnswer.LongestNotes || (Text?.Length ?? 0) > ExamAnswer.LongestText ? $"写得太长了：草稿最多 {ExamAnswer.LongestNotes} 个字符，作答最多 {ExamAnswer.LongestText} 个。"
        : ForbiddenCharacters.Find(Notes + Text) is { } c ? $"内容里有无法保存的控制字符（{c}），请删掉它再试。" : null;

    /// <summary>Brings what was written and pressed to a sitting; what was pressed first, so that the clock does not go ahead of it.</summary>
    /// <returns>False where what was written came after the time was up.</returns>
    public bool ApplyTo(ExamSitting sitting, bool presses, DateTimeOffset now)
    {
        if (presses) sitting.Press(Act, Step, Target, At, now);
        if (Notes is null && Text is null) return true;
        var answer = sitting.Answers.SingleOrDefault(a => a.Order == Question);
        // A page without a field says nothing about what stands in it.
        return sitting.Write(Question, Notes?.ReplaceLineEndings("\n") ?? answer?.Notes ?? sitting.Notes, Text?.ReplaceLineEndings("\n") ?? answer?.Text ?? "", Revision, At, now);
    }
}
