using System.Globalization;
using System.Threading.RateLimiting;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Host.Security;

/// <summary>
/// How often one may write: by account, and for visitors by address, where a whole school may stand behind one. Far above what
/// people do; a script that fills the disk meets them. Reading is not limited, but for <see cref="RateLimits.ExpensiveReads"/>.
/// </summary>
public static class RateLimiting
{
    public const int AccountBurst = 1_000, AccountPerSecond = 20, AddressBurst = 4_000, AddressPerSecond = 100, ExpensiveReadTries = 10;

    private static readonly TimeSpan ExpensiveReadWindow = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddRateLimiting(this IServiceCollection services) => services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Writes);
        o.AddPolicy(RateLimits.ExpensiveReads, context => RateLimitPartition.GetFixedWindowLimiter(Caller(context), _ => new() { PermitLimit = ExpensiveReadTries, Window = ExpensiveReadWindow }));
        o.OnRejected = async (rejected, ct) =>
        {
            var response = rejected.HttpContext.Response;
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            if (rejected.HttpContext.Request.Path.StartsWithSegments("/api"))
                await Results.Problem(statusCode: StatusCodes.Status429TooManyRequests, title: "保存得太频繁，稍等会自动再试；您写的内容还在页面上。").ExecuteAsync(rejected.HttpContext);
        };
    });

    private static RateLimitPartition<string> Writes(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) return RateLimitPartition.GetNoLimiter("");
        var (burst, rate) = context.User.ImpersonatorOrSelfId() is null ? (AddressBurst, AddressPerSecond) : (AccountBurst, AccountPerSecond);
        return RateLimitPartition.GetTokenBucketLimiter(Caller(context), _ => new()
        {
            TokenLimit = burst,
            TokensPerPeriod = rate,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = true,
        });
    }

    private static string Caller(HttpContext context) => context.User.ImpersonatorOrSelfId()?.ToString() ?? ClientAddress.Network(context);
}
