using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;

namespace InterviewPrep.Web.Features.Handwriting;

public static class HandwritingSetup
{
    /// <summary>Registers the photographed pages and the folder that holds them.</summary>
    public static IServiceCollection AddHandwriting(this IServiceCollection services) => services
        .AddSingleton<ScanFolder>()
        .AddScoped<IHandwrittenPages, HandwrittenPages>()
        .AddScoped<IPersonalData, ScanPersonalData>();
}
