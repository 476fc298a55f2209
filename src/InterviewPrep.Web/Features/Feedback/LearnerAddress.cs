namespace InterviewPrep.Web.Features.Feedback;

/// <summary>Where a learner finds an assignment that is to be done.</summary>
public static class LearnerAddress
{
    public static string Of(Guid assignmentId) => $"/assignments/{assignmentId}";
}
