using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>A stretch within a sentence that is shown in one way.</summary>
/// <param name="Hint">What the coach sees here; null for nothing.</param>
/// <param name="IsCommented">True where a comment is about it.</param>
public sealed record AnswerRun(string Text, TextMark? Hint, bool IsCommented);

/// <summary>A sentence with its end mark; what a stamp is put on.</summary>
/// <param name="Digit">Its stamp; 0 for none.</param>
public sealed record AnswerSentence(int Start, int Length, int Digit, IReadOnlyList<AnswerRun> Runs);

/// <summary>The text of a stage as the marking page shows it: to the character as it was handed in, cut into sentences and runs.</summary>
public static class AnswerSentences
{
    public static IReadOnlyList<AnswerSentence> Cut(string stage, string text, IReadOnlyList<TextMark> hints, MarkEdit edit)
    {
        var comments = edit.Comments.Where(c => c.Stage == stage && c.Length > 0).ToList();
        var cuts = hints.SelectMany(h => new[] { h.Start, h.Start + h.Length }).Concat(comments.SelectMany(c => new[] { c.Start, c.Start + c.Length })).ToHashSet();
        var sentences = new List<AnswerSentence>();
        for (var start = 0; start < text.Length;)
        {
            var end = Sentences.EndOf(text, start);
            var runs = new List<AnswerRun>();
            for (var from = start; from < end;)
            {
                var to = from + 1;
                while (to < end && !cuts.Contains(to)) to++;
                var hint = hints.FirstOrDefault(h => h.Start <= from && to <= h.Start + h.Length);
                runs.Add(new AnswerRun(text[from..to], hint, comments.Any(c => c.Start <= from && to <= c.Start + c.Length)));
                from = to;
            }
            var stamp = edit.Stamps.FirstOrDefault(s => s.Stage == stage && s.Start == start && s.Length == end - start);
            sentences.Add(new AnswerSentence(start, end - start, stamp?.Digit ?? 0, runs));
            start = end;
        }
        return sentences;
    }
}
