namespace InterviewPrep.Web.Content.Coaching;

/// <summary>A labelled answer as the model sees it.</summary>
/// <param name="Sentences">One example for each labelled sentence.</param>
/// <param name="Halves">One example for each point that a sentence makes: whether it is only half there.</param>
/// <param name="Passages">The features of each sentence as the splitter finds it.</param>
/// <param name="Frame">What is known of the answer beside the model: scores are filled in later.</param>
public sealed record SeenAnswer(LabelledAnswer Answer, IReadOnlyList<Example> Sentences, IReadOnlyList<Example> Halves, int[][][][] Passages, AnswerEvidence Frame)
{
    /// <summary>The same with rows of an index for features.</summary>
    public SeenAnswer Rowed(FeatureIndex index)
    {
        Example Row(Example example) => example with { Parts = [.. example.Parts.Select(index.Rowed)] };
        return this with { Sentences = [.. Sentences.Select(Row)], Halves = [.. Halves.Select(Row)], Passages = [.. Passages.Select(p => p.Select(index.Rowed).ToArray())] };
    }
}
