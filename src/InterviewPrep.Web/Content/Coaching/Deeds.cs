namespace InterviewPrep.Web.Content.Coaching;

/// <summary>
/// One function tells for all points whether a sentence does or promises anything at all. What makes a refusal, a tale of others or
/// a heading is the same for every point, so it is learned from all of them together.
/// </summary>
public static class Deeds
{
    /// <summary>Name of the function in the model.</summary>
    public const string Function = "deed";
}
