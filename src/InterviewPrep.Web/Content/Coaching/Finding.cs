namespace InterviewPrep.Web.Content.Coaching;

/// <summary>How a point stands in an answer.</summary>
public enum FindingState
{
    /// <summary>说到了: it is done, promised or proposed.</summary>
    Full,

    /// <summary>说了一半: it is there without what makes it worth marks.</summary>
    Half,

    /// <summary>只提到名目: it is only named.</summary>
    Named,

    /// <summary>说的是不做: it is refused.</summary>
    Refused,

    /// <summary>说的是别人: others do it or ask for it, or it was at another time.</summary>
    Other,
}

/// <summary>A sentence that tells something of a scoring point.</summary>
/// <param name="Point">Id of the point.</param>
/// <param name="Start">UTF-16 offset of the evidence in the text.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="State">How the point stands in it.</param>
/// <param name="Margin">How far the model is above the score from which it counts; 0 where the model does not count it.</param>
public sealed record Finding(string Point, int Start, int Length, FindingState State, float Margin)
{
    /// <summary>True where the point counts as there.</summary>
    public bool Counts => State is FindingState.Full or FindingState.Half;
}
