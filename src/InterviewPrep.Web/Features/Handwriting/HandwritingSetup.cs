using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Handwriting;

public static class HandwritingSetup
{
    /// <summary>Registers the photographed pages and the folder that holds them.</summary>
    public static IServiceCollection AddHandwriting(this IServiceCollection services) => services
        .AddSingleton<ScanFolder>()
        .AddScoped<ScanQuota>()
        .AddScoped<IHandwrittenPages, HandwrittenPages>()
        .AddScoped<IQuestionUse, ScanQuestionUse>()
        .AddScoped<IDataSweep, ScanSweep>()
        .AddScoped<IPersonalData, ScanPersonalData>();
}
