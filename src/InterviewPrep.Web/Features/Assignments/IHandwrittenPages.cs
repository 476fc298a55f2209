namespace InterviewPrep.Web.Features.Assignments;

/// <summary>What of an attempt was written by hand; told by the room that keeps the photographed pages.</summary>
public interface IHandwrittenPages
{
    /// <summary>The questions of an attempt that are answered on paper, by the id of the <see cref="AssignmentQuestion"/>, with the number of pages that count.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountAsync(Guid attemptId, CancellationToken ct);
}
