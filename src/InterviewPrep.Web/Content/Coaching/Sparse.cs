namespace InterviewPrep.Web.Content.Coaching;

/// <summary>How the families of features are weighed against each other and against the length of a sentence.</summary>
public static class Sparse
{
    /// <summary>What each feature of a family counts, so that sentences of any length are alike.</summary>
    public static float Scale(int family, int features)
    {
        if (features == 0) return 0;
        var weight = family switch { 0 => 2f, 3 => 0.3f, _ => 1f };
        return weight / MathF.Sqrt(features);
    }
}
