using System.Text;

namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Learns from punctuated answers where one pauses and stops, for answers that are typed without punctuation.</summary>
public static class BoundaryTraining
{
    private const int Bits = 18, Least = 30;
    // A pause too many does less harm than one too few: two sentences in one hide each other's points.
    private const float Pause = -1.4f, Stop = -1f;

    private const string Stops = "。!?;…\n", Pauses = ",、:";

    /// <summary>The model that <see cref="Boundaries"/> uses.</summary>
    public static LinearModel Learn(IEnumerable<string> texts, Spelling spelling, CoachWords words, TrainingSettings settings)
    {
        var examples = new List<Example>();
        foreach (var text in texts) Add(TypedText.Read(text, spelling).Text, words, examples);
        var index = FeatureIndex.Of(examples.SelectMany(e => e.Parts), Bits, Least);
        examples = [.. examples.Select(e => e with { Parts = [.. e.Parts.Select(index.Rowed)] })];
        var trainer = new Trainer(settings with { Rounds = 6 }, index.Rows);
        var learned = new float[2][];
        // Whether a pause is a full stop is learned from the pauses only.
        var pauses = examples.Where(e => e.Labels != 0).Select(e => e with { Labels = e.Labels >> 1 }).ToList();
        Parallel.For(0, 2, f => learned[f] = f == 0 ? trainer.Learn(examples, 0) : trainer.Learn(pauses, 0));
        return LinearModel.From(Boundaries.Functions, index, learned, [Pause, Stop]);
    }

    private static void Add(string text, CoachWords words, List<Example> examples)
    {
        var bare = new StringBuilder();
        var marks = new Dictionary<int, ulong>();
        foreach (var c in text)
        {
            if (Stops.Contains(c)) marks[bare.Length] = 3;
            else if (Pauses.Contains(c)) marks[bare.Length] = marks.GetValueOrDefault(bare.Length) | 1;
            else if (char.IsLetterOrDigit(c)) bare.Append(c);
        }
        var spoken = bare.ToString();
        var places = Boundaries.Places(spoken, words, Bits);
        for (var i = 1; i < spoken.Length; i++) examples.Add(new Example([[places[i]]], marks.GetValueOrDefault(i)));
    }
}
