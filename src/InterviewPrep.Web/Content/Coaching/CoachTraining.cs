namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Makes the weights of a frame from labelled answers, the same from the same.</summary>
/// <param name="bits">Size of the space of features, as a power of two.</param>
/// <param name="most">How many features are kept in the end.</param>
public sealed class CoachTraining(FrameRules rules, Splitter splitter, int bits, int most, TrainingSettings settings)
{
    private const int Folds = 5, ChoosingRounds = 4;

    private readonly LabelledExamples examples = new(rules, splitter, bits);
    private Trainer trainer = null!;

    /// <summary>Learns all functions, their thresholds and the decision.</summary>
    public CoachModel Learn(IReadOnlyList<LabelledAnswer> answers)
    {
        var seen = answers.AsParallel().AsOrdered().Select(examples.See).ToList();
        var index = Chosen(seen);
        seen = [.. seen.AsParallel().AsOrdered().Select(s => s.Rowed(index))];
        trainer = new Trainer(settings, index.Rows);
        // Which points a whole answer makes is known only where all of its sentences are labelled.
        var whole = seen.Where(s => s.Answer.Register != LabelledAnswer.Marked).ToList();
        var variants = whole.SelectMany(s => Variants.Of(s.Answer)).AsParallel().AsOrdered().Select(a => examples.See(a).Rowed(index)).ToList();
        List<SeenAnswer> judged = [.. whole, .. variants];
        var scores = OutOfFold(seen, judged);
        var thresholds = Thresholds.Choose(rules.Points.Count, [.. Enumerable.Range(0, whole.Count).Select(i => examples.Best(judged[i], scores[i]))], settings.Beta);
        var empty = whole.Where(s => s.Answer.Sentences.All(x => x.Points.Count == 0)).Select(s => Variants.BaseOf(s.Answer.Id)).ToHashSet();
        float Count(SeenAnswer s, bool isWhole) => empty.Contains(Variants.BaseOf(s.Answer.Id)) ? isWhole ? settings.Empty : settings.Variant * settings.EmptyVariant : isWhole ? 1 : settings.Variant;
        var decision = DecisionTraining.Learn(rules.Points.Count, [.. judged.Select((s, i) => examples.Decided(s, scores[i], thresholds) with { Count = Count(s, i < whole.Count) })], settings);
        var model = LinearModel.From([.. rules.Points.Select(p => p.Id), Deeds.Function, Halves.Function], index, Fit(seen, halves: true), [.. thresholds, 0f, 0f]);
        return new CoachModel(model, decision);
    }

    // The features that count most in a first, shorter learning; what is left is learned anew with these alone.
    private FeatureIndex Chosen(List<SeenAnswer> seen)
    {
        var counts = FeatureIndex.Counts(seen.SelectMany(s => s.Passages).SelectMany(p => p), bits);
        var all = FeatureIndex.Of(counts, bits, settings.Least);
        if (all.Known.Count <= most) return all;
        trainer = new Trainer(settings with { Rounds = ChoosingRounds }, all.Rows);
        var weights = Fit([.. seen.AsParallel().AsOrdered().Select(s => s.Rowed(all))], halves: false);
        var chosen = Enumerable.Range(1, all.Known.Count).Select(row => (Row: row, Weight: weights.Max(w => MathF.Abs(w[row])) * MathF.Sqrt(counts[all.Known[row - 1]])))
            .OrderByDescending(x => x.Weight).ThenBy(x => x.Row).Take(most).Select(x => all.Known[x.Row - 1]);
        return new FeatureIndex(bits, [.. chosen.Order()]);
    }

    /// <summary>For each answer the scores of its sentences and points by a model that has not seen the answer.</summary>
    private float[][][] OutOfFold(List<SeenAnswer> seen, List<SeenAnswer> judged)
    {
        var scores = new float[judged.Count][][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Fit([.. seen.Where(s => FoldOf(s.Answer.Id) != fold)], halves: false);
            Parallel.For(0, judged.Count, i =>
            {
                if (FoldOf(judged[i].Answer.Id) == fold) scores[i] = [.. judged[i].Passages.Select(parts => weights.Select(w => trainer.Score(parts, w)).ToArray())];
            });
        }
        return scores;
    }

    private float[][] Fit(IReadOnlyList<SeenAnswer> seen, bool halves)
    {
        var sentences = seen.SelectMany(s => s.Sentences).ToList();
        var ofHalves = seen.SelectMany(s => s.Halves).ToList();
        // Each point, any deed at all, and half or whole.
        var weights = new float[rules.Points.Count + (halves ? 2 : 1)][];
        Parallel.For(0, weights.Length, f => weights[f] = f <= rules.Points.Count ? trainer.Learn(sentences, f) : trainer.Learn(ofHalves, 0));
        return weights;
    }

    // Answers that belong together (a-012, a-012~typed) are in one fold.
    private static int FoldOf(string id)
    {
        var hash = Variants.BaseOf(id).Aggregate(7u, (h, c) => (h ^ c) * 16777619u);
        return (int)((hash ^ (hash >> 15)) % Folds);
    }
}
