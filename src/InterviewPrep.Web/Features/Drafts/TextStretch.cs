using System.Globalization;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Words of an answer at their place, as forms send them: <c>stage:start:length</c>.</summary>
public sealed record TextStretch(string Stage, int Start, string Words)
{
    /// <summary>Longest stretch that can be marked, in UTF-16 units: a long sentence and its neighbour.</summary>
    public const int Longest = 400;

    /// <summary>What a form's field holds for it.</summary>
    public string Value => string.Create(CultureInfo.InvariantCulture, $"{Stage}:{Start}:{Words.Length}");

    /// <summary>The sentence in which the coach sees a point; null where it does not.</summary>
    public static TextStretch? Of(Evidence? found, DraftText text) => found is null ? null : new TextStretch(found.Stage, found.Start, text.Of(found.Stage).Substring(found.Start, found.Length));

    /// <summary>The words that a form names; null where it names none of this text.</summary>
    public static TextStretch? Parse(string? value, DraftText text)
    {
        if ((value ?? "").Split(':') is not [var stage, var from, var count]
            || !int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start) || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var length)) return null;
        var written = text.Of(stage);
        return length is 0 or > Longest || start > written.Length || length > written.Length - start ? null : new TextStretch(stage, start, written.Substring(start, length));
    }

    /// <summary>The sentences of a stage, to choose from.</summary>
    public static IEnumerable<TextStretch> SentencesOf(string stage, string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = Sentences.EndOf(text, start);
            var words = text[start..end];
            var from = start + words.Length - words.TrimStart().Length;
            if (words.Trim() is { Length: > 0 } sentence)
                yield return new TextStretch(stage, from, sentence.Length > Longest ? sentence[..Longest] : sentence);
            start = end;
        }
    }
}
