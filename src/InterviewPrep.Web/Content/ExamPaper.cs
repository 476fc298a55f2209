namespace InterviewPrep.Web.Content;

/// <summary>A paper: several questions under one clock.</summary>
public sealed record ExamPaper(string Slug, string Title, int Minutes, string Post, IReadOnlyList<string> Questions, string Text)
{
    /// <summary>The exam that it follows, of <see cref="Exams"/>; empty where it says none.</summary>
    public string Exam { get; init; } = "";

    /// <summary>Slug of the <see cref="RoomLayout"/> that it is sat in; empty where it says none.</summary>
    public string Layout { get; init; } = "";
}

/// <summary>How a real examination room is set: how many questions in how many minutes, and the room's other settings.</summary>
/// <param name="Settings">The other keys of the file, as they stand there.</param>
public sealed record RoomLayout(string Slug, string Title, int Questions, int Minutes, IReadOnlyDictionary<string, string> Settings, string Text);
