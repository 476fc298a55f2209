using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content;

/// <summary>No two model answers of the bank share a long run of words, an opening or a closing sentence.</summary>
internal static class SharedWording
{
    /// <summary>Two model answers share no run of this many spoken characters, save the question's own words; standard terms do not count.</summary>
    public const int LongestRun = 14;

    public static void Check(ContentLibrary library, Action<object, string> add)
    {
        var answers = (from question in library.Questions
                       from answer in question.Answers
                       select (Question: question, Answer: answer, Text: string.Join('\n', answer.Stages.Select(s => s.Text.Text)))).ToList();
        CheckRuns(library, answers, add);
        CheckSentences(answers, add);
    }

    private static void CheckRuns(ContentLibrary library, IReadOnlyList<(QuestionContent Question, AnswerContent Answer, string Text)> answers, Action<object, string> add)
    {
        var terms = library.Terms.SelectMany(t => t.Wordings).Select(SpeechText.Spoken).Where(t => t.Length > 1).Distinct().ToLookup(t => t[0]);
        var seen = new Dictionary<string, (QuestionContent Question, AnswerContent Answer)>();
        foreach (var (question, answer, text) in answers)
        {
            var prompt = SpeechText.Spoken(question.Prompt);
            var reported = false;
            foreach (var run in Runs(SpeechText.Spoken(text), terms))
            {
                if (seen.TryAdd(run, (question, answer)) || seen[run].Answer == answer || reported || prompt.Contains(run, StringComparison.Ordinal)) continue;
                add(question, $"“{answer.Title}” shares “{run}” with “{seen[run].Answer.Title}” of {seen[run].Question.Slug}");
                reported = true;
            }
        }
    }

    /// <summary>All runs of a text that have the length besides their standard terms.</summary>
    private static IEnumerable<string> Runs(string spoken, ILookup<char, string> terms)
    {
        // Where each piece begins: a term is one piece, any other character too.
        var pieces = new List<(int At, bool IsTerm)>();
        for (var i = 0; i < spoken.Length;)
        {
            var term = terms[spoken[i]].Where(t => string.CompareOrdinal(spoken, i, t, 0, t.Length) == 0).MaxBy(t => t.Length);
            pieces.Add((i, term is not null));
            i += term?.Length ?? 1;
        }
        for (var (first, end, counted) = (0, 0, 0); first < pieces.Count; first++)
        {
            while (end < pieces.Count && counted < LongestRun) counted += pieces[end++].IsTerm ? 0 : 1;
            if (counted < LongestRun) yield break;
            yield return spoken[pieces[first].At..(end < pieces.Count ? pieces[end].At : spoken.Length)];
            if (!pieces[first].IsTerm) counted--;
        }
    }

    private static void CheckSentences(IEnumerable<(QuestionContent Question, AnswerContent Answer, string Text)> answers, Action<object, string> add)
    {
        var openings = new Dictionary<string, string>();
        var closings = new Dictionary<string, string>();
        foreach (var (question, answer, text) in answers)
        {
            if (Sentences.Split(text) is not [var first, ..] sentences) continue;
            foreach (var (known, sentence, kind) in new[] { (openings, first, "opening"), (closings, sentences[^1], "closing") })
            {
                var key = SpeechText.Spoken(sentence);
                if (!known.TryAdd(key, question.Slug)) add(question, $"the {kind} sentence of “{answer.Title}” stands also in {known[key]}");
            }
        }
    }
}
