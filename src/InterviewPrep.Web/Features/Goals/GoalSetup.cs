using InterviewPrep.Web.Features.Accounts;

namespace InterviewPrep.Web.Features.Goals;

public static class GoalSetup
{
    /// <summary>Registers what a person prepares for.</summary>
    public static IServiceCollection AddGoals(this IServiceCollection services) => services
        .AddScoped<IPersonalData, GoalPersonalData>()
        .AddScoped<CurrentGoal>();
}
