using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Drafts;

namespace InterviewPrep.Web.Features.Recall;

public static class RecallSetup
{
    /// <summary>Registers what brings missed points back.</summary>
    public static IServiceCollection AddRecall(this IServiceCollection services) => services
        .AddScoped<IPersonalData, RecallPersonalData>()
        .AddScoped<IAfterSelfScore, SelfScoreRecall>()
        .AddScoped<RecallWork>()
        .AddScoped<DailyRecall>();
}
