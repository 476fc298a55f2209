namespace InterviewPrep.Web.Features.Classes;

/// <summary>Work that learners of a class have begun and not handed in; told and ended by the room that holds it.</summary>
public interface IRunningWork
{
    /// <summary>How many pieces of work each learner is at; who is at none is left out.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountAsync(Guid classId, CancellationToken ct);

    /// <summary>Ends what may not go on: in an archived class all of it is taken in as it was saved, and who has left the class keeps it as their own.</summary>
    Task EndAsync(Guid classId, CancellationToken ct);
}
