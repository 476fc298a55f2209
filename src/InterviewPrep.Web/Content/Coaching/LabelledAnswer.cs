namespace InterviewPrep.Web.Content.Coaching;

/// <summary>An answer whose sentences are labelled by the codebook; one JSON line of <c>content/coach/labels</c>.</summary>
/// <param name="Register">How it is said: published, spoken, notes, …</param>
/// <param name="Good">False for a middling or weak answer.</param>
/// <param name="Frame">Slug of the frame; empty for the four steps.</param>
public sealed record LabelledAnswer(string Id, string Question, string Register, bool Good, IReadOnlyList<LabelledSentence> Sentences, string Frame = "")
{
    /// <summary>Register of the bank's own answers, in which only the points that are marked are known.</summary>
    public const string Marked = "bank";

    /// <summary>The whole answer, and where each sentence begins in it.</summary>
    public (string Text, int[] Starts) Joined()
    {
        var starts = new int[Sentences.Count];
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = text.Length;
            text.Append(Sentences[i].Text);
            if (char.IsLetterOrDigit(text[^1])) text.Append('\n');
        }
        return (text.ToString(), starts);
    }
}

/// <summary>A labelled sentence.</summary>
/// <param name="Points">Points that it makes, half ones too.</param>
/// <param name="Half">Which of them are half.</param>
/// <param name="Trap">Points that a keyword would see and that are not there.</param>
/// <param name="Unsure">Points on which careful readers differ; neither learned from nor counted.</param>
public sealed record LabelledSentence(
    string Text, IReadOnlyList<string> Points, IReadOnlyList<string>? Half, IReadOnlyList<string>? Trap, IReadOnlyList<string>? Unsure = null, string Stage = "");
