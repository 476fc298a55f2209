namespace InterviewPrep.Web.Features.Exams;

/// <summary>What is asked for where a paper is drawn.</summary>
public sealed class DrawForm
{
    public const int Easiest = 1, Hardest = 5;

    /// <summary>Slug of the layout, which says how many questions it takes.</summary>
    public string Layout { get; init; } = "";

    /// <summary>Question types to draw from; all where none is chosen.</summary>
    public List<string> Types { get; init; } = [];

    public int From { get; init; } = Easiest;

    public int To { get; init; } = Hardest;

    /// <summary>True where questions that were answered before are left out.</summary>
    public bool OnlyNew { get; init; }
}
