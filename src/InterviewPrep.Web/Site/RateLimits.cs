namespace InterviewPrep.Web.Site;

/// <summary>Names of the rate limit policies that pages and endpoints state.</summary>
public static class RateLimits
{
    /// <summary>For what reads everything somebody has: <c>[EnableRateLimiting(RateLimits.ExpensiveReads)]</c>.</summary>
    public const string ExpensiveReads = "expensive-reads";
}
