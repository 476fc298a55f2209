using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InterviewPrep.Web.Features.Reports;

public static class ReportSetup
{
    /// <summary>Registers the statistics of assignments with their cache.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddScoped<StatisticsReader>()
        .AddScoped<Coach.JudgedAnswers>()
        .AddSingleton<StatisticsCache>()
        .AddSingleton<IInterceptor, StatisticsInvalidator>();
}
