namespace InterviewPrep.Web.Content.Coaching;

/// <summary>
/// Labelled answers as learners may write them: a piece of a few sentences, or all of it without full stops. Labelled answers are
/// whole and well typed; how much the kind of answer says of a sentence has to be learned from the others too.
/// </summary>
public static class Variants
{
    // Stands between the id of an answer and what tells its variants apart.
    private const char Mark = '~';

    // Pieces of one to five sentences; an answer gives one piece for so many sentences, at most three.
    private const int Longest = 5, SentencesForOne = 4, Most = 3;

    // One answer in so many is also read with commas only, and one without any punctuation.
    private const uint Every = 3;

    /// <summary>The variants of an answer, always the same ones; an answer that is itself short has no pieces.</summary>
    public static IEnumerable<LabelledAnswer> Of(LabelledAnswer answer)
    {
        var count = answer.Sentences.Count;
        var state = answer.Id.Aggregate(2166136261u, (h, c) => (h ^ c) * 16777619u);
        if (Next(ref state) % Every == 0) yield return Joined(answer, "，");
        else if (Next(ref state) % Every == 0) yield return Joined(answer, "");
        if (count <= Longest) yield break;
        for (var piece = 0; piece < Math.Min(Most, count / SentencesForOne); piece++)
        {
            var length = 1 + (int)(Next(ref state) % Longest);
            var start = (int)(Next(ref state) % (uint)(count - length + 1));
            yield return answer with { Id = $"{answer.Id}{Mark}{piece}", Sentences = [.. answer.Sentences.Skip(start).Take(length)] };
        }
    }

    /// <summary>The id that an answer and its variants have in common.</summary>
    public static string BaseOf(string id) => id.Split(Mark)[0];

    private static LabelledAnswer Joined(LabelledAnswer answer, string between) => answer with
    {
        Id = $"{answer.Id}{Mark}joined",
        Sentences = [new LabelledSentence(Typed(string.Concat(answer.Sentences.Select(s => s.Text)), between),
            [.. answer.Sentences.SelectMany(s => s.Points).Distinct()], [], [], [.. answer.Sentences.SelectMany(s => s.Unsure ?? []).Distinct()])],
    };

    private static string Typed(string text, string between) =>
        string.Join(between, new string([.. text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static uint Next(ref uint state)
    {
        state = state * 1664525u + 1013904223u;
        return state >> 12;
    }
}
