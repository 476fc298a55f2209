using InterviewPrep.Web.Features.Accounts;

namespace InterviewPrep.Web.Features.Handwriting;

public static class HandwritingSetup
{
    /// <summary>Registers the photographed pages and the folder that holds them.</summary>
    public static IServiceCollection AddHandwriting(this IServiceCollection services) => services
        .AddSingleton<ScanFolder>()
        .AddScoped<IPersonalData, ScanPersonalData>();
}
