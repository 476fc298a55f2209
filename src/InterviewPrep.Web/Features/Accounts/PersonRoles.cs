using System.Security.Claims;

namespace InterviewPrep.Web.Features.Accounts;

public static class PersonRoles
{
    /// <summary>True for teachers and administrators, who may see model answers without an attempt of their own.</summary>
    public static bool IsTeacher(this ClaimsPrincipal user) => user.IsInRole(Roles.Teacher) || user.IsInRole(Roles.Administrator);
}
