namespace InterviewPrep.Web.Content;

/// <summary>Section <c>Content</c>: where lessons, questions and frames are read from.</summary>
public sealed class ContentOptions
{
    public string Folder { get; set; } = "content";
}
