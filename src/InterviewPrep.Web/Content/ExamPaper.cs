namespace InterviewPrep.Web.Content;

/// <summary>A paper: several questions under one clock.</summary>
public sealed record ExamPaper(string Slug, string Title, int Minutes, string Post, IReadOnlyList<string> Questions, string Text)
{
    /// <summary>The exam that it follows, of <see cref="Exams"/>; empty where it says none.</summary>
    public string Exam { get; init; } = "";

    /// <summary>Slug of the <see cref="RoomLayout"/> that it is sat in; empty where it says none.</summary>
    public string Layout { get; init; } = "";
}
