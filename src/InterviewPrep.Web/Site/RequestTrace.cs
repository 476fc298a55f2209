using System.Diagnostics;

namespace InterviewPrep.Web.Site;

/// <summary>The number by which an error page, the audit log and the program's log speak of one request.</summary>
public static class RequestTrace
{
    public static string Of(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}
