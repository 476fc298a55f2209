using InterviewPrep.Web.Content.Coaching;

namespace InterviewPrep.Web.Content;

/// <summary>All content as one immutable whole: what is taught, asked and compared.</summary>
public sealed class ContentLibrary(
    IReadOnlyList<Framework> frameworks, IReadOnlyList<Track> tracks, IReadOnlyList<QuestionContent> questions,
    IReadOnlyList<ExamPaper> papers, IReadOnlyList<GlossaryCard> cards)
{
    private readonly Dictionary<string, Framework> frameworksBySlug = frameworks.ToDictionary(f => f.Slug);
    private readonly Dictionary<string, Lesson> lessonsBySlug = tracks.SelectMany(t => t.Lessons).ToDictionary(l => l.Slug);
    private readonly Dictionary<string, QuestionContent> questionsBySlug = questions.ToDictionary(q => q.Slug);
    private readonly Dictionary<string, ExamPaper> papersBySlug = papers.ToDictionary(p => p.Slug);

    public static readonly ContentLibrary Empty = new([], [], [], [], []);

    public IReadOnlyList<Framework> Frameworks => frameworks;

    public IReadOnlyList<Track> Tracks => tracks;

    /// <summary>All lessons in the order of their tracks.</summary>
    public IReadOnlyList<Lesson> Lessons { get; } = [.. tracks.SelectMany(t => t.Lessons)];

    /// <summary>The shipped questions as files; what learners see comes from the store.</summary>
    public IReadOnlyList<QuestionContent> Questions => questions;

    public IReadOnlyList<ExamPaper> Papers => papers;

    public IReadOnlyList<GlossaryCard> Cards => cards;

    /// <summary>What finds scoring points in answers, by frame.</summary>
    public CoachLibrary Coaches { get; init; } = CoachLibrary.Empty;

    /// <summary>The drawings that questions show.</summary>
    public IReadOnlyCollection<Drawing> Drawings { get; init; } = [];

    public IReadOnlyList<Material> Materials { get; init; } = [];

    public IReadOnlyList<RoomLayout> Layouts { get; init; } = [];

    /// <summary>Standard terms that an examiner listens for.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    public RoomLayout? FindLayout(string slug) => Layouts.FirstOrDefault(l => l.Slug == slug);

    public Framework? FindFramework(string slug) => frameworksBySlug.GetValueOrDefault(slug);

    /// <summary>The frame of something that was written; one without stages where the content has it no longer.</summary>
    public Framework FrameworkOf(string slug) => FindFramework(slug) ?? Framework.Lost(slug);

    public Lesson? FindLesson(string slug) => lessonsBySlug.GetValueOrDefault(slug);

    public QuestionContent? FindQuestion(string slug) => questionsBySlug.GetValueOrDefault(slug);

    public ExamPaper? FindPaper(string slug) => papersBySlug.GetValueOrDefault(slug);
}
