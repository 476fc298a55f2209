namespace InterviewPrep.Web.Features.Accounts;

/// <summary>What an account may do. A policy of the same name asks for the role; an administrator has every policy.</summary>
public static class Roles
{
    public const string Learner = "Learner";

    /// <summary>Opens classes, assigns, marks, manages learners.</summary>
    public const string Teacher = "Teacher";

    /// <summary>Marks in classes that a teacher named them in; manages nothing.</summary>
    public const string Assistant = "Assistant";

    public const string Administrator = "Administrator";

    public static readonly IReadOnlyList<string> All = [Learner, Teacher, Assistant, Administrator];

    /// <summary>Whether a role lets somebody see other people's work: teachers, assistants, administrators.</summary>
    public static bool IsStaff(string role) => role != Learner;

    /// <summary>The role's name for readers.</summary>
    public static string Name(string role) => role switch
    {
        Learner => "学员",
        Teacher => "老师",
        Assistant => "助教",
        Administrator => "管理员",
        _ => role,
    };
}

/// <summary>Names of the authorization policies that pages state.</summary>
public static class Policies
{
    /// <summary>Teachers and administrators.</summary>
    public const string Teacher = Roles.Teacher;

    /// <summary>Whoever marks: teachers, assistants, administrators.</summary>
    public const string Marker = "Marker";

    public const string Administrator = Roles.Administrator;

    /// <summary>Whoever may open classes, as the administrator has set it.</summary>
    public const string OpensClasses = "OpensClasses";
}
