namespace InterviewPrep.Web.Content.Coaching;

/// <summary>How the families of features are weighed against each other and against the length of a sentence.</summary>
public static class Sparse
{
    // Runs of characters, groups and patterns, pairs, neighbours, the kind of answer, runs of the whole sentence.
    private static readonly float[] Weights = [4, 1, 2, 0.3f, 0.6f, 2];

    /// <summary>What each feature of a family counts, so that sentences of any length are alike.</summary>
    public static float Scale(int family, int features) => features == 0 ? 0 : Weights[family] / MathF.Sqrt(features);
}
