namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>The fields of an assignment's terms with what is wrong with them.</summary>
/// <param name="IsBegun">True where learners have begun, so that some terms are fixed.</param>
public sealed record FormView(AssignmentForm Form, IReadOnlyList<(string Field, string Problem)> Problems, bool IsBegun)
{
    public string? ProblemOf(string field) => Problems.FirstOrDefault(p => p.Field == field).Problem;
}
