using InterviewPrep.Web.Features.Accounts;

namespace InterviewPrep.Web.Features.Scans;

/// <summary>
/// For whom the one who asks may file pages. For now himself: the account, and the visitor that he was before he signed in.
/// A teacher's classes add their learners here.
/// </summary>
public sealed class ScanPeople(CurrentPerson person)
{
    public Task<IReadOnlyList<Guid>> CandidatesAsync() =>
        Task.FromResult<IReadOnlyList<Guid>>([.. new[] { person.Id, person.VisitorId }.OfType<Guid>().Distinct()]);
}
