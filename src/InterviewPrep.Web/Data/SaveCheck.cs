using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InterviewPrep.Web.Data;

/// <summary>What <c>/health/ready</c> asks: whether a save is possible now. Nothing is written.</summary>
public sealed class SaveCheck(AppDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await db.CheckSavesAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (db.FailureOf(e) is not null)
        {
            return HealthCheckResult.Unhealthy(e.GetBaseException().Message.ReplaceLineEndings(" "));
        }
    }
}
