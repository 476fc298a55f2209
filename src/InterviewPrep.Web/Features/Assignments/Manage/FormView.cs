namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>The fields of an assignment's terms; what is wrong with them is in the model state.</summary>
/// <param name="IsBegun">True where learners have begun, so that some terms are fixed.</param>
public sealed record FormView(AssignmentForm Form, bool IsBegun)
{
    /// <summary>Prefix of the fields' names, and the name of the property that a page binds them to.</summary>
    public const string Prefix = "Input";
}
