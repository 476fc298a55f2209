namespace InterviewPrep.Web.Content;

/// <summary>A card of wording for one scoring point.</summary>
public sealed record GlossaryCard(string Point, string Wording, string Fits, string FitsNot)
{
    /// <summary>Where one says it, of <see cref="Situations"/>; empty where the card is not sorted.</summary>
    public string Situation { get; init; } = "";
}

/// <summary>A standard term that an examiner listens for.</summary>
/// <param name="Frame">Slug of the frame in whose answers it is usual.</param>
/// <param name="Stage">Id of the stage in which it is usual.</param>
/// <param name="Means">The deed that must stand beside it.</param>
/// <param name="Empty">When it is only a set phrase.</param>
public sealed record Term(string Word, string Frame, string Stage, string Means, string Empty)
{
    /// <summary>Other wordings of the same term.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>All wordings of the term.</summary>
    public IEnumerable<string> Wordings => Also.Prepend(Word);
}
