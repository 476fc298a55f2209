using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Drafts;

public static class DraftSetup
{
    /// <summary>Registers the saving, export and review of drafts.</summary>
    public static IServiceCollection AddDrafts(this IServiceCollection services) => services
        .AddScoped<IPersonalData, DraftPersonalData>()
        .AddScoped<IQuestionProgress, DraftProgress>()
        .AddScoped<IQuestionUse, DraftQuestionUse>()
        .AddScoped<DraftSaving>()
        .AddScoped<DraftStore>()
        .AddScoped<IDataSweep, DraftSweep>()
        .AddScoped<DraftRevival>()
        .AddScoped<DraftTimeline>()
        .AddSingleton<VersionChanges>()
        .AddScoped<DraftRecords>()
        .AddScoped<IdentityReader>()
        .AddScoped<AnswerComparisonReader>()
        .AddScoped<StockPhrases>()
        .AddScoped<DraftExport>();
}
