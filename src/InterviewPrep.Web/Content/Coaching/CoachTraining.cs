namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Makes the weights of a frame from labelled answers, the same from the same.</summary>
public sealed class CoachTraining(FrameRules rules, Splitter splitter, int bits, TrainingSettings settings)
{
    private const int Folds = 5;

    private readonly Features features = new(rules, bits);
    private readonly Trainer trainer = new(settings, 1 << bits);

    /// <summary>A labelled answer as the model sees it, sentence by sentence.</summary>
    public sealed record Seen(LabelledAnswer Answer, IReadOnlyList<Example> Sentences, IReadOnlyList<Example> Halves);

    /// <summary>Learns all functions and their thresholds.</summary>
    public LinearModel Learn(IReadOnlyList<LabelledAnswer> answers)
    {
        var seen = answers.AsParallel().AsOrdered().WithDegreeOfParallelism(Environment.ProcessorCount).Select(See).ToList();
        var thresholds = Thresholds.Choose(rules.Points.Count, OutOfFold(seen), settings.Beta);
        return LinearModel.From([.. rules.Points.Select(p => p.Id), Halves.Function], bits, Fit(seen, halves: true), [.. thresholds, 0f]);
    }

    /// <summary>Scores of all answers by models that have not seen them.</summary>
    public IReadOnlyList<AnswerScores> OutOfFold(IReadOnlyList<Seen> seen)
    {
        var scores = new List<AnswerScores>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Fit([.. seen.Where(s => FoldOf(s.Answer.Id) != fold)], halves: false);
            scores.AddRange(seen.Where(s => FoldOf(s.Answer.Id) == fold).Select(s => Score(s, weights)));
        }
        return scores;
    }

    /// <summary>Brings a labelled answer into the form that is learned from.</summary>
    public Seen See(LabelledAnswer answer)
    {
        var (text, starts) = answer.Joined();
        var read = splitter.Split(text);
        ScopeReader.Read(read, rules);
        var (sentences, halves) = (new List<Example>(), new List<Example>());
        var passage = 0;
        for (var s = 0; s < starts.Length; s++)
        {
            var end = s + 1 < starts.Length ? starts[s + 1] : int.MaxValue;
            var parts = new List<int[][]>();
            for (; passage < read.Passages.Count && read.Typed.Stretch(read.Passages[passage].Start, read.Passages[passage].End).Start < end; passage++)
            {
                var own = features.Of(read, passage);
                parts.AddRange(own);
                foreach (var point in answer.Sentences[s].Points) AddHalf(read, passage, own, point, answer.Sentences[s], halves);
            }
            if (parts.Count > 0) sentences.Add(new Example([.. parts], Bits(answer.Sentences[s].Points), Bits(answer.Sentences[s].Unsure ?? [])));
        }
        return new Seen(answer, sentences, halves);
    }

    private void AddHalf(AnswerText read, int passage, int[][][] parts, string point, LabelledSentence sentence, List<Example> halves)
    {
        var number = NumberOf(point);
        if (number < 0) return;
        var ofPoint = features.Half(read, passage, number);
        halves.Add(new Example([.. parts.Select(p => Halves.Part(p, ofPoint))], sentence.Half?.Contains(point) == true ? 1ul : 0ul));
    }

    private float[][] Fit(IReadOnlyList<Seen> seen, bool halves)
    {
        var examples = seen.SelectMany(s => s.Sentences).ToList();
        var ofHalves = seen.SelectMany(s => s.Halves).ToList();
        var weights = new float[rules.Points.Count + (halves ? 1 : 0)][];
        Parallel.For(0, weights.Length, f => weights[f] = f < rules.Points.Count ? trainer.Learn(examples, f) : trainer.Learn(ofHalves, 0));
        return weights;
    }

    private AnswerScores Score(Seen seen, float[][] weights)
    {
        var scores = new float[rules.Points.Count];
        for (var p = 0; p < scores.Length; p++) scores[p] = seen.Sentences.Count == 0 ? float.MinValue : seen.Sentences.Max(s => trainer.Score(s.Parts, weights[p]));
        return new AnswerScores(scores, Bits(seen.Answer.Sentences.SelectMany(s => s.Points)), Bits(seen.Answer.Sentences.SelectMany(s => s.Unsure ?? [])));
    }

    private int NumberOf(string point)
    {
        for (var p = 0; p < rules.Points.Count; p++)
            if (rules.Points[p].Id == point) return p;
        return -1;
    }

    private ulong Bits(IEnumerable<string> points) => points.Select(NumberOf).Where(p => p >= 0).Aggregate(0ul, (bits, p) => bits | 1ul << p);

    // Answers that belong together (a-012, a-012~typed) are in one fold.
    private static int FoldOf(string id)
    {
        var hash = id.Split('~')[0].Aggregate(7u, (h, c) => (h ^ c) * 16777619u);
        return (int)((hash ^ (hash >> 15)) % Folds);
    }
}
