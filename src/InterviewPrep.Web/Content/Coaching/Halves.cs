namespace InterviewPrep.Web.Content.Coaching;

/// <summary>One function tells for all points whether one is only half there: by the sentence, the point and the details that it asks for.</summary>
public static class Halves
{
    /// <summary>Name of the function in the model.</summary>
    public const string Function = "half";

    /// <summary>A sentence's features with those of the point.</summary>
    public static int[][] Part(int[][] part, int[] ofPoint)
    {
        var joined = (int[][])part.Clone();
        joined[1] = [.. part[1].Union(ofPoint).Order()];
        return joined;
    }
}
