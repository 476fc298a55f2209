namespace InterviewPrep.Web.Features.Classes;

public static class RoleNames
{
    /// <summary>How a role in a class is called.</summary>
    public static string Name(this ClassRole role) => role switch { ClassRole.Teacher => "老师", ClassRole.Assistant => "助教", _ => "学员" };
}
