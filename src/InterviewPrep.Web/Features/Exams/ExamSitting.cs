using System.Security.Cryptography;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>One sitting of a whole paper under one clock, from the drawn number to the report.</summary>
public sealed class ExamSitting
{
    /// <summary>What was on its way when the time was up still counts.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>So long a device may have been without a network: what was pressed and written on it counts from when it was pressed and written.</summary>
    public static readonly TimeSpan LongestOffline = TimeSpan.FromMinutes(5);

    /// <summary>Most sittings that one person keeps.</summary>
    public const int MostKept = 300;

    private const int HighestNumber = 30;

    private ExamSitting()
    {
    }

    /// <param name="id">Key of the form: a press sent twice begins one sitting.</param>
    /// <param name="paper">Slug of the paper; empty where the questions were drawn.</param>
    public ExamSitting(Guid id, Guid ownerId, string paper, string title, string layout, SittingRules rules, IEnumerable<QuestionRevision> questions, DateTimeOffset now)
    {
        (Id, OwnerId, Paper, Title, Layout, CreatedAt, SavedAt) = (id, ownerId, paper, title, layout, now, now);
        Answers = [.. questions.Select((q, i) => new ExamAnswer(i + 1, q.QuestionId, q.Id))];
        Rules = rules with { Hearing = [.. questions.Select(q => SittingRules.HearingSeconds(q.Prompt))] };
        Number = RandomNumberGenerator.GetInt32(1, HighestNumber + 1);
        Marks = [new(SittingPhase.Drawn, 0, now)];
    }

    public Guid Id { get; private set; }

    /// <summary>The visitor or account that sits it.</summary>
    public Guid OwnerId { get; private set; }

    public string Paper { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Slug of the layout; empty where the paper names none.</summary>
    public string Layout { get; private set; } = "";

    /// <summary>抽签号: all that stands on screen and in file names while it runs.</summary>
    public int Number { get; private set; }

    public string NumberText => Number.ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    public SittingRules Rules { get; private set; } = null!;

    public IReadOnlyList<SittingMark> Marks { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When something was last kept.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>When it ended, as far as anybody has looked since; the course knows it at any time.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What was noted while reading, before the first question.</summary>
    public string Notes { get; private set; } = "";

    /// <summary>Points that the candidate gave themselves by 测评要素, in their order; empty where none were given.</summary>
    public IReadOnlyList<ElementPoints> Scores { get; private set; } = [];

    /// <summary>Sum of <see cref="Scores"/>, so that lists need not read them; null where none were given.</summary>
    public double? Total { get; private set; }

    /// <summary>Rises with each change, so that two devices cannot press at once.</summary>
    public int Revision { get; private set; }

    public ICollection<ExamAnswer> Answers { get; private set; } = [];

    /// <summary>Recordings of the answers.</summary>
    public ICollection<ExamTake> Takes { get; } = [];

    /// <summary>The sitting at an instant.</summary>
    public SittingCourse CourseAt(DateTimeOffset now) => new SittingCourse(Rules, Marks).At(now);

    public ExamAnswer AnswerTo(int question) => Answers.Single(a => a.Order == question);

    /// <summary>Does what the candidate pressed, unless the sitting has gone on since the page was rendered.</summary>
    /// <param name="step">The step that the page showed.</param>
    /// <param name="pressedAt">When it was pressed, by the device; null for now.</param>
    public void Press(SittingAct act, int step, int question, DateTimeOffset? pressedAt, DateTimeOffset now)
    {
        var when = Believed(pressedAt, now);
        var course = CourseAt(when);
        if (course.Step == step)
        {
            course = act switch
            {
                SittingAct.Next => course.Advance(when),
                SittingAct.Supplement => course.Supplement(question, when),
                SittingAct.HearAgain => course.HearAgain(when),
                SittingAct.End => course.End(when),
                _ => course,
            };
        }
        course = course.At(now);
        if (course.Step != Marks.Count) Take(course, now);
    }

    /// <summary>Keeps what was written for a question, while it can be written.</summary>
    /// <param name="question">From 1; 0 for the notes of the reading time.</param>
    /// <param name="revision">The revision of the answer that the device knew; where another device has written since, both texts stay.</param>
    /// <param name="writtenAt">When it was written, by the device; null for now.</param>
    /// <returns>False where the time was up.</returns>
    public bool Write(int question, string notes, string text, int revision, DateTimeOffset? writtenAt, DateTimeOffset now)
    {
        var answer = Answers.SingleOrDefault(a => a.Order == question);
        if (answer is null && question != 0) return false;
        if (answer?.Holds(notes, text) ?? Notes == notes) return true;
        var course = CourseAt(now);
        if (course.IsOver && Believed(writtenAt, now) > course.Current.At + Grace) return false;
        if (answer is null) Notes = notes;
        else answer.Write(notes, text, revision);
        Take(course, now);
        return true;
    }

    /// <summary>Keeps the candidate's own marks by 测评要素.</summary>
    public void Score(IReadOnlyList<ElementPoints> scores, DateTimeOffset now)
    {
        (Scores, Total, SavedAt) = (scores, scores.Count == 0 ? null : scores.Sum(s => s.Points), now);
        Revision++;
    }

    /// <summary>Hands the sitting to the account of the visitor.</summary>
    public void GiveTo(Guid owner) => OwnerId = owner;

    // A device says truly when it was pressed, but not earlier than the phase that it was in, and not hours later.
    private DateTimeOffset Believed(DateTimeOffset? said, DateTimeOffset now) =>
        said is { } at && at < now ? new[] { at, Marks[^1].At, now - LongestOffline }.Max() : now;

    private void Take(SittingCourse course, DateTimeOffset now)
    {
        (Marks, SavedAt) = (course.Marks, now);
        if (course.IsOver) EndedAt = course.Current.At;
        Revision++;
    }
}

/// <summary>What a candidate presses.</summary>
public enum SittingAct
{
    /// <summary>Nothing: the page only brings what was written.</summary>
    Stay,
    Next,
    Supplement,
    HearAgain,
    End,
}

/// <summary>Points for one 测评要素.</summary>
public sealed record ElementPoints(string Element, int Most, double Points);
