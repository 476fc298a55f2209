using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Questions.Own;

namespace InterviewPrep.Web.Features.Questions;

public static class QuestionSetup
{
    /// <summary>Registers the question bank and the reading of content at start-up and on change.</summary>
    public static IServiceCollection AddQuestions(this IServiceCollection services) => services
        .AddScoped<IPersonalData, QuestionPersonalData>()
        .AddScoped<QuestionImport>()
        .AddScoped<QuestionSearch>()
        .AddScoped<OwnQuestionEditing>()
        .AddSingleton<ContentReloader>()
        .AddHostedService(s => s.GetRequiredService<ContentReloader>());
}
