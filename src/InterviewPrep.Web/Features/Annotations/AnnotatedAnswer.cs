using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Marking;

namespace InterviewPrep.Web.Features.Annotations;

/// <summary>A comment with the number that stands in the text.</summary>
public sealed record NumberedComment(int Number, MarkComment Comment)
{
    /// <summary>As it stands in the margin of a sheet.</summary>
    public string InMargin => AnnotatedAnswer.Number(Number) + Comment.Text;
}

/// <summary>A stage of an answer as it was handed in, with what was said about it.</summary>
public sealed record AnnotatedStage(Stage Stage, string Text, IReadOnlyList<TextRange> Ranges, IReadOnlyList<NumberedComment> Comments);

/// <summary>Lays a mark over the words that it was given for; one place for pages, print and Word.</summary>
public static class AnnotatedAnswer
{
    /// <param name="comments">Those that stand, in their order.</param>
    /// <returns>The stages with their comments, and the comments that are pinned to a photographed page: their numbers come behind.</returns>
    public static (IReadOnlyList<AnnotatedStage> Stages, IReadOnlyList<NumberedComment> Pinned) Of(Framework framework, DraftText text, IEnumerable<MarkComment> comments, IEnumerable<SentenceStamp> stamps)
    {
        var known = framework.StagesOf(text);
        var order = known.Select((s, i) => (s.Id, i)).ToDictionary(s => s.Id, s => s.i);
        var numbered = comments.OrderBy(c => order.GetValueOrDefault(c.Stage, int.MaxValue)).ThenBy(c => c.PinPage).ThenBy(c => c.PinY).ThenBy(c => c.Length == 0 ? int.MaxValue : c.Start).ThenBy(c => c.Order)
            .Select((c, i) => new NumberedComment(i + 1, c)).ToList();
        return ([.. known.Select(stage => new AnnotatedStage(stage, text.Of(stage.Id),
            [
                .. numbered.Where(n => n.Comment.Stage == stage.Id).Select(n => new TextRange(n.Comment.Start, n.Comment.Length, Number(n.Number), TextRangeKind.Comment)),
                .. stamps.Where(s => s.Stage == stage.Id).Select(s => new TextRange(s.Start, s.Length, Stamps.Name(s.Digit), Stamps.IsPraise(s.Digit) ? TextRangeKind.Praise : TextRangeKind.Fault)),
            ],
            [.. numbered.Where(n => n.Comment.Stage == stage.Id)]))], [.. numbered.Where(n => n.Comment.Pin is not null)]);
    }

    /// <summary>The number as it stands in the text.</summary>
    public static string Number(int number) => $"［{number}］";
}
