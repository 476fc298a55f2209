using InterviewPrep.Web.Features.Accounts;

namespace InterviewPrep.Web.Features.Drafts;

public static class DraftSetup
{
    /// <summary>Registers the saving, export and review of drafts.</summary>
    public static IServiceCollection AddDrafts(this IServiceCollection services) => services
        .AddScoped<IPersonalData, DraftPersonalData>()
        .AddScoped<DraftSaving>()
        .AddScoped<DraftExport>();
}
