using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Impersonation;
using InterviewPrep.Web.Features.Classes.Import;

namespace InterviewPrep.Web.Features.Classes;

public static class ClassSetup
{
    /// <summary>Registers classes with their people and rosters.</summary>
    public static IServiceCollection AddClasses(this IServiceCollection services) => services
        .AddScoped<IPersonalData, ClassPersonalData>()
        .AddScoped<IImpersonationScope, TaughtLearners>()
        .AddScoped<ClassCodes>()
        .AddScoped<ClassJoining>()
        .AddScoped<ClassMembership>()
        .AddScoped<RosterAccounts>()
        .AddSingleton<SlipRuns>()
        .AddScoped<RosterImport>()
        .AddSingleton<RosterUploads>();
}
