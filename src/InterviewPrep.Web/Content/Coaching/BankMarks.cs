using System.Text;

namespace InterviewPrep.Web.Content.Coaching;

/// <summary>What the coach makes of the stretches that the bank's own model answers mark, and these answers as labelled lines.</summary>
public static class BankMarks
{
    private const string Stops = "。！？；\n";

    /// <summary>A marked stretch of an expected point, and whether the coach finds the point in it.</summary>
    public sealed record Row(QuestionContent Question, string Point, string Words, bool Found);

    /// <summary>All marked stretches of expected points, in order.</summary>
    public static IEnumerable<Row> Rows(ContentLibrary library) => library.Questions.AsParallel().AsOrdered().SelectMany(q =>
        library.Coaches.Of(q.Framework) is { } coach ? q.Answers.SelectMany(a => Rows(q, a, coach)) : []);

    private static IEnumerable<Row> Rows(QuestionContent question, AnswerContent answer, FrameCoach coach)
    {
        var (text, marks) = Joined(answer);
        var findings = coach.Read(text).Where(f => f.Counts).ToList();
        foreach (var mark in marks.Where(m => question.Points.Any(p => p.Point == m.Id)))
        {
            var found = findings.Any(f => f.Point == mark.Id && f.Start < mark.Start + mark.Length && mark.Start < f.Start + f.Length);
            yield return new Row(question, mark.Id, text.Substring(mark.Start, mark.Length), found);
        }
    }

    /// <summary>
    /// The model answers as labelled lines. A mark says that the point is there; a point that is not marked and of which some word
    /// stands in the sentence may be there too, so that nothing is learned of it.
    /// </summary>
    public static IEnumerable<LabelledAnswer> Labels(ContentLibrary library)
    {
        foreach (var question in library.Questions)
        {
            if (library.Coaches.Of(question.Framework) is not { } coach) continue;
            for (var i = 0; i < question.Answers.Count; i++)
            {
                var (text, marks) = Joined(question.Answers[i]);
                var sentences = Sentences(text).Select(s => Labelled(text[s.Start..s.End], [.. marks.Where(m => m.Start < s.End && s.Start < m.Start + m.Length).Select(m => m.Id)], coach.Rules));
                yield return new LabelledAnswer($"bank-{question.Slug}~{i + 1}", question.Prompt, LabelledAnswer.Marked, true, [.. sentences], question.Framework);
            }
        }
    }

    private static LabelledSentence Labelled(string text, string[] marked, FrameRules rules)
    {
        var hits = rules.Words.Find(text);
        var there = rules.Points.Select(p => p.Id).Where(marked.Contains).ToArray();
        var maybe = rules.Points.Where(p => p.Finds.Concat(p.Hints).Any(x => x.Matches(hits, 0, hits.Count))).Select(p => p.Id);
        return new LabelledSentence(text, there, [], [], [.. maybe.Except(there)]);
    }

    private static (string Text, List<Mark> Marks) Joined(AnswerContent answer)
    {
        var (text, marks) = (new StringBuilder(), new List<Mark>());
        foreach (var stage in answer.Stages)
        {
            marks.AddRange(stage.Text.Marks.Select(m => m with { Start = m.Start + text.Length }));
            text.Append(stage.Text.Text).Append('\n');
        }
        return (text.ToString(), marks);
    }

    private static IEnumerable<(int Start, int End)> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // Marks that close a sentence belong to it.
            if (!Stops.Contains(text[i]) || (i + 1 < text.Length && (Stops.Contains(text[i + 1]) || text[i + 1] is '”' or '」'))) continue;
            if (text.AsSpan(start, i + 1 - start).Trim().Length > 0) yield return (start, i + 1);
            start = i + 1;
        }
    }
}
