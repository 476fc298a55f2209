using InterviewPrep.Web.Features.Assignments;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>What markers set on one submission. Exists from the first thing that is set; complete when every element has its score.</summary>
public sealed class Mark
{
    private Mark()
    {
    }

    public Mark(Submission submission, RubricVersion rubric, Guid by, DateTimeOffset now)
    {
        (Submission, SubmissionId, Rubric, RubricVersionId) = (submission, submission.Id, rubric, rubric.Id);
        (MarkedById, ChangedAt, FeedbackChangedAt) = (by, now, now);
    }

    public Guid SubmissionId { get; private set; }

    public Submission Submission { get; private set; } = null!;

    public int RubricVersionId { get; private set; }

    public RubricVersion Rubric { get; private set; } = null!;

    /// <summary>Counts accepted saves; every save names the revision that it builds on.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<ElementScore> Scores { get; private set; } = [];

    /// <summary>Sum of the points; null while an element lacks its score.</summary>
    public double? Total { get; private set; }

    /// <summary>For the learner.</summary>
    public string Remark { get; private set; } = "";

    /// <summary>For the markers only; never shown, printed or exported to learners.</summary>
    public string PrivateNote { get; private set; } = "";

    /// <summary>The pile that it is sorted into; empty for none. For the markers only.</summary>
    public string Pile { get; private set; } = "";

    public IReadOnlyList<SentenceStamp> Stamps { get; private set; } = [];

    /// <summary>Scoring points of which a marker said whether the answer makes them, in the order of their ids.</summary>
    public IReadOnlyList<PointVerdict> Points { get; private set; } = [];

    /// <summary>How many those are: what is known of points is looked for by it.</summary>
    public int PointCount { get; private set; }

    /// <summary>Who changed it last.</summary>
    public Guid MarkedById { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When something changed that the learner sees.</summary>
    public DateTimeOffset FeedbackChangedAt { get; private set; }

    public ICollection<MarkComment> Comments { get; } = [];

    /// <summary>Scores that were replaced after the learner could see them, by another rubric or by a 复核.</summary>
    public ICollection<PastScores> Past { get; } = [];

    public bool IsComplete => Total is not null;

    /// <summary>The elements that lack their score where others have one; Rubric must be loaded.</summary>
    public IReadOnlyList<AssessmentElement> Unscored => Scores.Count > 0 ? Rubric.UnscoredIn(Scores.Select(s => s.Element)) : [];

    public IEnumerable<MarkComment> Standing => Comments.Where(c => c.RemovedAt is null);

    /// <summary>The mark as the marking page sends it.</summary>
    public MarkEdit Edit => new(Scores, Remark, PrivateNote, Pile, Stamps,
        [.. Standing.OrderBy(c => c.Order).Select(c => new CommentEdit(c.Id, c.Stage, c.Start, c.Length, c.Text, c.Pin))], Points);

    /// <summary>Keeps what a marker set; the same again changes nothing.</summary>
    /// <param name="edit">Checked by <see cref="MarkEdit.Validate"/>.</param>
    /// <param name="released">True where the learner can see the mark: then replaced scores are kept.</param>
    /// <returns>True where something changed.</returns>
    public bool Save(MarkEdit edit, bool released, Guid by, DateTimeOffset now)
    {
        var scores = Ordered(edit.Scores);
        var sameScores = scores.SequenceEqual(Scores);
        var points = edit.Points.OrderBy(p => p.Point, StringComparer.Ordinal).ToList();
        var sameFeedback = sameScores && edit.Remark == Remark && points.SequenceEqual(Points) && edit.Stamps.SequenceEqual(Stamps) && edit.Comments.SequenceEqual(Edit.Comments);
        if (Revision > 0 && sameFeedback && edit.PrivateNote == PrivateNote && edit.Pile == Pile) return false;
        if (released && !sameScores) Remember(ScoreChange.Corrected, by, now);
        (Remark, PrivateNote, Pile, Stamps) = (edit.Remark, edit.PrivateNote, edit.Pile, edit.Stamps);
        (Points, PointCount) = (points, points.Count);
        Put(scores);
        TakeOver(edit.Comments, by, now);
        Touch(by, now, isFeedback: !sameFeedback);
        return true;
    }

    /// <summary>Takes the scores over to another rubric; see <see cref="RubricEffect.Convert"/>. What is replaced is kept.</summary>
    public void Reapply(RubricVersion to, Guid by, DateTimeOffset now)
    {
        if (RubricVersionId == to.Id && to.Id != 0) return;
        var scores = RubricEffect.Convert(Scores, Rubric, to);
        var changed = !scores.SequenceEqual(Scores);
        if (changed) Remember(ScoreChange.RubricChanged, by, now);
        (Rubric, RubricVersionId) = (to, to.Id);
        Put(scores);
        Touch(by, now, changed);
    }

    /// <summary>Changes one element's score as the answer to a 复核; the score before is kept.</summary>
    internal void Correct(string element, double points, Guid by, DateTimeOffset now)
    {
        Remember(ScoreChange.Appealed, by, now);
        Put(Ordered([.. Scores.Where(s => s.Element != element), new ElementScore(element, points)]));
        Touch(by, now, isFeedback: true);
    }

    private void Touch(Guid by, DateTimeOffset now, bool isFeedback)
    {
        Revision++;
        (MarkedById, ChangedAt) = (by, now);
        if (isFeedback) FeedbackChangedAt = now;
    }

    private void Put(IReadOnlyList<ElementScore> scores)
    {
        Scores = scores;
        Total = Rubric.Elements.All(e => scores.Any(s => s.Element == e.Key)) ? scores.Sum(s => s.Points) : null;
        Submission.Marked(IsComplete, Pile);
    }

    private IReadOnlyList<ElementScore> Ordered(IReadOnlyList<ElementScore> scores) =>
        [.. Rubric.Elements.Select(e => scores.FirstOrDefault(s => s.Element == e.Key)).OfType<ElementScore>()];

    private void Remember(ScoreChange reason, Guid by, DateTimeOffset now)
    {
        if (Scores.Count > 0) Past.Add(new PastScores(RubricVersionId, Scores, Total, reason, by, now));
    }

    private void TakeOver(IReadOnlyList<CommentEdit> comments, Guid by, DateTimeOffset now)
    {
        foreach (var gone in Standing.Where(c => comments.All(w => w.Id != c.Id)).ToList()) gone.Remove(now);
        for (var i = 0; i < comments.Count; i++)
        {
            var edit = comments[i];
            if (Comments.FirstOrDefault(c => c.Id == edit.Id) is { } known) known.Change(edit, i);
            else Comments.Add(new MarkComment(edit, i, Submission.Text.Of(edit.Stage).Substring(edit.Start, edit.Length), by, now));
        }
    }
}

public enum ScoreChange
{
    /// <summary>By a marker, after the release.</summary>
    Corrected,
    RubricChanged,
    Appealed,
}

/// <summary>Scores that stood before, and why they were replaced.</summary>
public sealed class PastScores(int rubricVersionId, IReadOnlyList<ElementScore> scores, double? total, ScoreChange reason, Guid byId, DateTimeOffset at)
{
    public int Id { get; private set; }

    public Guid SubmissionId { get; private set; }

    public int RubricVersionId { get; private set; } = rubricVersionId;

    public IReadOnlyList<ElementScore> Scores { get; private set; } = scores;

    public double? Total { get; private set; } = total;

    public ScoreChange Reason { get; private set; } = reason;

    public Guid ById { get; private set; } = byId;

    public DateTimeOffset At { get; private set; } = at;
}
