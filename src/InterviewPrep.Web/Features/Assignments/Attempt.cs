using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>One try of a learner at an assignment, from its beginning to the hand-in that ends it.</summary>
public sealed class Attempt
{
    /// <summary>A save on its way when the time ran out still counts.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private Attempt()
    {
    }

    internal Attempt(Guid assignmentId, Guid learnerId, int number, int candidateNumber, LearnerDeadlines deadlines, IEnumerable<(AssignmentQuestion Question, Draft Draft)> drafts, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (AssignmentId, LearnerId, Number, CandidateNumber, StartedAt) = (assignmentId, learnerId, number, candidateNumber, now);
        Drafts = [.. drafts.Select(d => new AttemptDraft(d.Question.Id, d.Draft.Id))];
        Retime(deadlines);
    }

    public Guid Id { get; private set; }

    public Guid AssignmentId { get; private set; }

    public Assignment Assignment { get; private set; } = null!;

    public Guid LearnerId { get; private set; }

    public AppUser Learner { get; private set; } = null!;

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>抽签号.</summary>
    public int CandidateNumber { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Handed in from here on, it is late. Moves with the assignment and the learner's extension.</summary>
    public DateTimeOffset LateFrom { get; private set; }

    /// <summary>When the time is up. Moves likewise.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Null while it runs.</summary>
    public AttemptEnding? Ending { get; private set; }

    /// <summary>The instant that counts as handing in: the button, or the last save before the end. Null where nothing came in.</summary>
    public DateTimeOffset? HandedInAt { get; private set; }

    /// <summary>Number of the receipt; null where nothing came in.</summary>
    public string? Receipt { get; private set; }

    /// <summary>Where a teacher gave it back to be done again.</summary>
    public AttemptReturn? Returned { get; private set; }

    public ICollection<AttemptDraft> Drafts { get; private set; } = [];

    public ICollection<Submission> Submissions { get; } = [];

    /// <summary>True where it was broken off, not by the learner, and nothing came in: the learner may go on with it where the reason has passed.</summary>
    public bool IsBrokenOff => HandedInAt is null && Ending is AttemptEnding.ClassArchived or AttemptEnding.LeftClass or AttemptEnding.CollectionUndone;

    public bool IsLate => HandedInAt >= LateFrom;

    /// <summary>By how much it is late; null where it is not.</summary>
    public TimeSpan? Lateness => IsLate ? HandedInAt - LateFrom + TimeSpan.FromMinutes(1) : null;

    /// <summary>True when the time is up and the last save must be taken.</summary>
    public bool IsOver(DateTimeOffset now) => ClosedAt is null && now >= EndsAt + Grace;

    /// <summary>Takes over changed terms. What was handed in keeps its instant; whether it is late is seen anew.</summary>
    public void Retime(LearnerDeadlines deadlines)
    {
        LateFrom = deadlines.LateFrom;
        if (ClosedAt is null) EndsAt = deadlines.EndOf(StartedAt);
    }

    /// <summary>Hands in what stands in the drafts.</summary>
    /// <param name="answers">Each question with its draft and the newest version of it that counts; null where nothing was saved.</param>
    /// <returns>False where the time is up or it was handed in before: then the first receipt holds.</returns>
    public bool HandIn(IReadOnlyList<HandInAnswer> answers, DateTimeOffset now)
    {
        if (ClosedAt is not null || now >= EndsAt + Grace) return false;
        Take(answers, now < EndsAt ? now : JustBefore(EndsAt), now, AttemptEnding.HandedIn);
        return true;
    }

    /// <summary>A marker brings the sheets that were collected: handed in then, and in time where it was in time to be collected.</summary>
    /// <remarks>When a pile of paper was photographed says nothing about when it was written.</remarks>
    public void Collect(IReadOnlyList<HandInAnswer> answers, DateTimeOffset now)
    {
        if (ClosedAt is not null) return;
        var inTime = JustBefore(LateFrom);
        Take(answers, now < inTime ? now : inTime, now, AttemptEnding.Collected);
    }

    /// <summary>Undoes <see cref="Collect"/> where no sheet is left and nothing was typed; Submissions must be loaded, and hold no marks.</summary>
    /// <returns>False where something is left, so that it stays handed in.</returns>
    public bool UndoCollect()
    {
        if (Ending != AttemptEnding.Collected || Submissions.Any(s => s.IsOnPaper || s.Zi > 0)) return false;
        Submissions.Clear();
        (HandedInAt, Receipt, Ending) = (null, null, AttemptEnding.CollectionUndone);
        return true;
    }

    /// <summary>Takes the last saves, because the time is up. Where a free attempt holds nothing, or nothing new, it just ends.</summary>
    /// <param name="before">What was handed in the time before, by question.</param>
    public void RunOut(IReadOnlyList<HandInAnswer> answers, IReadOnlyDictionary<Guid, DraftText> before, bool isTimed, DateTimeOffset now)
    {
        if (IsOver(now)) End(answers, isTimed || IsNew(answers, before), EndsAt, AttemptEnding.TimeUp);
    }

    /// <summary>Takes the last saves, because the class is archived. Where it holds nothing, or nothing new, it just ends.</summary>
    /// <param name="before">What was handed in the time before, by question.</param>
    public void EndWithClass(IReadOnlyList<HandInAnswer> answers, IReadOnlyDictionary<Guid, DraftText> before, DateTimeOffset now)
    {
        if (ClosedAt is null) End(answers, IsNew(answers, before), now < EndsAt ? now : EndsAt, AttemptEnding.ClassArchived);
    }

    /// <summary>The learner has left the class: what stands in the drafts stays the learner's own.</summary>
    public void GiveBackDrafts(DateTimeOffset now)
    {
        if (ClosedAt is null) (ClosedAt, Ending) = (now, AttemptEnding.LeftClass);
    }

    /// <summary>Goes on with an attempt that was broken off; the clock of a timed one has gone on meanwhile.</summary>
    public void Resume(LearnerDeadlines deadlines)
    {
        if (!IsBrokenOff) return;
        (ClosedAt, Ending) = (null, null);
        Retime(deadlines);
    }

    /// <summary>Why it cannot be given back so, said to the teacher; null where it can.</summary>
    public string? ValidateReturn(string reason, DateTimeOffset dueAt, DateTimeOffset now) =>
        reason.Length is 0 or > AttemptReturn.LongestReason || ForbiddenCharacters.Find(reason) is not null ? $"退回要写原因，最多 {AttemptReturn.LongestReason} 个字符。"
        : dueAt <= now ? "新的截止时间要晚于现在。"
        : Returned is not null ? "这一份已经退回过。" : null;

    /// <summary>Gives it back to be done again by a new deadline.</summary>
    public void Return(string reason, DateTimeOffset dueAt, Guid by, DateTimeOffset now) => Returned = new AttemptReturn(reason, dueAt, by, now);

    private static bool IsNew(IReadOnlyList<HandInAnswer> answers, IReadOnlyDictionary<Guid, DraftText> before) =>
        answers.Any(a => a.IsOnPaper || !a.Text.Equals(before.GetValueOrDefault(a.Question, DraftText.Blank)));

    private static DateTimeOffset JustBefore(DateTimeOffset instant) => instant.AddTicks(-TimeSpan.TicksPerMillisecond);

    private void End(IReadOnlyList<HandInAnswer> answers, bool takes, DateTimeOffset end, AttemptEnding ending)
    {
        if (!takes)
        {
            (ClosedAt, Ending) = (end, ending);
            return;
        }
        var last = answers.Max(a => a.Version?.SavedAt) ?? StartedAt;
        Take(answers, last < StartedAt ? StartedAt : last < end ? last : JustBefore(end), end, ending);
    }

    private void Take(IReadOnlyList<HandInAnswer> answers, DateTimeOffset at, DateTimeOffset closedAt, AttemptEnding ending)
    {
        (HandedInAt, ClosedAt, Ending, Receipt) = (at, closedAt, ending, RandomCodes.New(10));
        foreach (var answer in answers)
        {
            answer.Draft.Finish(null, at);
            answer.Version?.Fix($"第 {Number} 次提交");
            Submissions.Add(new Submission(this, answer));
        }
    }
}
