using System.Security.Claims;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>The person who marks: a teacher or assistant in the classes where they are one, an administrator in all.</summary>
public readonly record struct Marker(Guid Id, bool IsAdministrator)
{
    public static Marker Of(ClaimsPrincipal user) =>
        new(Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!), user.IsInRole(Roles.Administrator));
}

public static class MarkerQueries
{
    /// <summary>Assignments that a person marks.</summary>
    public static IQueryable<Assignment> MarkedBy(this IQueryable<Assignment> assignments, Marker marker) =>
        marker.IsAdministrator ? assignments : assignments.MarkedBy(marker.Id);

    /// <summary>Assignments whose rubrics a person changes and whose anonymity they lift.</summary>
    public static IQueryable<Assignment> TaughtBy(this IQueryable<Assignment> assignments, Marker marker) =>
        marker.IsAdministrator ? assignments : assignments.TaughtBy(marker.Id);

    /// <summary>Submissions that a person may mark.</summary>
    public static IQueryable<Submission> MarkedBy(this IQueryable<Submission> submissions, Marker marker) =>
        marker.IsAdministrator ? submissions : submissions.MarkedBy(marker.Id);
}
