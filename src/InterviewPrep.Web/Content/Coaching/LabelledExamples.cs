namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Brings labelled answers into the form that is learned from.</summary>
public sealed class LabelledExamples(FrameRules rules, Splitter splitter, int bits)
{
    private readonly Features features = new(rules, bits);

    /// <summary>The examples of a labelled answer.</summary>
    public SeenAnswer See(LabelledAnswer answer)
    {
        var (text, starts) = answer.Joined();
        var read = splitter.Split(text);
        ScopeReader.Read(read, rules);
        var passages = features.Of(read);
        var (sentences, halves) = (new List<Example>(), new List<Example>());
        var passage = 0;
        for (var s = 0; s < starts.Length; s++)
        {
            var end = s + 1 < starts.Length ? starts[s + 1] : int.MaxValue;
            var parts = new List<int[][]>();
            for (; passage < passages.Length && read.Typed.Stretch(read.Passages[passage].Start, read.Passages[passage].End).Start < end; passage++)
            {
                parts.AddRange(passages[passage]);
                foreach (var point in answer.Sentences[s].Points) AddHalf(read, passage, passages[passage], point, answer.Sentences[s], halves);
            }
            if (parts.Count > 0) sentences.Add(Told(answer.Sentences[s], [.. parts]));
        }
        return new SeenAnswer(answer, sentences, halves, passages, EvidenceReader.Read(read, rules, [], []));
    }

    /// <summary>The highest score of each point, beside what is there.</summary>
    public AnswerScores Best(SeenAnswer seen, float[][] scores) => new(
        [.. Enumerable.Range(0, rules.Points.Count).Select(p => scores.Length == 0 ? float.MinValue : scores.Max(s => s[p]))], There(seen), Unsure(seen));

    /// <summary>The signs of an answer by these scores, beside what is there.</summary>
    public DecidedAnswer Decided(SeenAnswer seen, float[][] scores, float[] thresholds) =>
        new(seen.Frame with { Margins = [.. scores.Select(s => thresholds.Select((t, p) => s[p] - t).ToArray())], Deeds = [.. scores.Select(s => s[rules.Points.Count])] }, There(seen), Unsure(seen));

    // Behind the bits of the points stands one for any deed at all.
    private Example Told(LabelledSentence sentence, int[][][] parts)
    {
        var (there, unsure, deed) = (Bits(sentence.Points), Bits(sentence.Unsure ?? []), 1ul << rules.Points.Count);
        return new Example(parts, there == 0 ? 0 : there | deed, there == 0 && unsure != 0 ? unsure | deed : unsure);
    }

    private ulong There(SeenAnswer seen) => Bits(seen.Answer.Sentences.SelectMany(s => s.Points));

    private ulong Unsure(SeenAnswer seen) => Bits(seen.Answer.Sentences.SelectMany(s => s.Unsure ?? []));

    private void AddHalf(AnswerText read, int passage, int[][][] parts, string point, LabelledSentence sentence, List<Example> halves)
    {
        var number = NumberOf(point);
        if (number < 0) return;
        var ofPoint = features.Half(read, passage, number);
        halves.Add(new Example([.. parts.Select(p => Halves.Part(p, ofPoint))], sentence.Half?.Contains(point) == true ? 1ul : 0ul));
    }

    private int NumberOf(string point)
    {
        for (var p = 0; p < rules.Points.Count; p++)
            if (rules.Points[p].Id == point) return p;
        return -1;
    }

    private ulong Bits(IEnumerable<string> points) => points.Select(NumberOf).Where(p => p >= 0).Aggregate(0ul, (bits, p) => bits | 1ul << p);
}
