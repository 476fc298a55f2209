using InterviewPrep.Web.Content;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Lessons;

/// <summary>What the page of a lesson shows: the lesson in its track, what the person has read, and their answer to the exercise.</summary>
/// <param name="Points">The scoring points of the lesson, each with the number of its stage.</param>
/// <param name="Read">Slugs of the lessons that the person has read.</param>
public sealed record LessonView(Lesson Lesson, Track Track, Stage? Stage, IReadOnlyList<(ScoringPoint Point, int Stage)> Points, IReadOnlyList<QuestionContent> Questions, IReadOnlySet<string> Read)
{
    public bool IsRead => Read.Contains(Lesson.Slug);

    public Lesson? Next => Track.Lessons.SkipWhile(l => l.Slug != Lesson.Slug).Skip(1).FirstOrDefault();

    /// <summary>What the field of the exercise holds.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Hash of the stored answer that the form was made from, so that an old tab overwrites nothing unseen.</summary>
    public string Basis { get; init; } = Sha256.Hex("");

    /// <summary>What was written in another place before signing in.</summary>
    public IReadOnlyList<EarlierAnswer> Earlier { get; init; } = [];

    public bool ShowsExample { get; init; }
}
