namespace InterviewPrep.Web.Content.Coaching;

/// <summary>How the model learns; the values are those that did best on answers that it had not seen.</summary>
public sealed record TrainingSettings
{
    /// <summary>What is used for the weights of the repository.</summary>
    public static TrainingSettings Default { get; } = new();

    /// <summary>How often all examples are gone through.</summary>
    public int Rounds { get; init; } = 12;

    /// <summary>Size of the first steps.</summary>
    public float Rate { get; init; } = 0.7f;

    /// <summary>What a feature has moved before the first step: the higher, the slower.</summary>
    public float Inertia { get; init; } = 2f;

    /// <summary>How much a weight is pulled back at each step.</summary>
    public float Decay { get; init; } = 2e-5f;

    /// <summary>How often a feature must be there to be learned from.</summary>
    public int Least { get; init; } = 2;

    /// <summary>How far above even odds a point must be to be taken as there: precision comes first.</summary>
    public float Caution { get; init; } = 0.1f;

    /// <summary>How often an answer without any point counts where the whole answer is decided: praise for nothing harms most.</summary>
    public float Empty { get; init; } = 6;

    /// <summary>How often a variant of an answer, a piece or one without full stops, counts beside the whole ones.</summary>
    public float Variant { get; init; } = 0.5f;

    /// <summary>How often a variant of an answer without any point counts beside the others.</summary>
    public float EmptyVariant { get; init; } = 2;

    /// <summary>How much precision counts beside recall where a threshold is chosen: below 1, precision counts more.</summary>
    public float Beta { get; init; } = 0.8f;
}
