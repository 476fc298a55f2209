using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments.Manage;
using InterviewPrep.Web.Features.Marking.Appeals;

namespace InterviewPrep.Web.Features.Marking;

public static class MarkingSetup
{
    /// <summary>Registers marking and the change of rubrics.</summary>
    public static IServiceCollection AddMarking(this IServiceCollection services) => services
        .AddScoped<IPersonalData, MarkingPersonalData>()
        .AddScoped<IOpenAppeals, OpenAppeals>()
        .AddScoped<MarkSaving>()
        .AddScoped<RubricChange>()
        .AddScoped<MarkingViewQuery>();
}
