using Microsoft.AspNetCore.Mvc;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>退回重做 as it is typed on the marking page.</summary>
public sealed class GiveBackForm
{
    public string? Reason { get; set; }

    public string? DueAt { get; set; }

    /// <summary>True where it was refused, so that it stays in sight.</summary>
    public bool IsOpen { get; set; }
}

/// <summary>What the marking form shows.</summary>
/// <param name="Mine">What was sent, where the store holds another mark; null where there is no conflict.</param>
public sealed record ShownMark(MarkForm Form, MarkEdit? Mine)
{
    public static ShownMark Stored(MarkingView view) => new(MarkForm.Of(view.Edit, view.Revision, view.Rubric), null);

    /// <summary>After a refused save: the form holds the comments of both versions, so that none is lost.</summary>
    public static ShownMark Refused(MarkingView view, MarkSaving.Result result, MarkForm sent)
    {
        if (result is not { Outcome: MarkOutcome.Conflict, Edit: { } mine }) return new(sent, null);
        var both = mine with { Comments = [.. mine.Comments, .. view.Edit.Comments.ExceptBy(mine.Comments.Select(c => c.Id), c => c.Id)] };
        return new(MarkForm.Of(both, view.Revision, view.Rubric), mine);
    }
}

/// <summary>What the marking page's script is told of a save.</summary>
public static class MarkReply
{
    private sealed record Saved(int Revision, double? Total, int Unscored, DateTime SavedAt);

    private sealed record Refusal(string Problem, bool IsConflict);

    public static JsonResult Of(MarkSaving.Result result) => result is { Outcome: MarkOutcome.Saved, Mark: { } mark }
        ? new JsonResult(new Saved(mark.Revision, mark.Total, mark.Unscored.Count, mark.ChangedAt.UtcDateTime))
        : new JsonResult(new Refusal(result.Said, result.Outcome == MarkOutcome.Conflict)) { StatusCode = result.Status };
}
