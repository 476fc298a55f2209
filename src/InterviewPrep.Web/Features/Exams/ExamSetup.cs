using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Exams;

public static class ExamSetup
{
    /// <summary>Registers what sits whole papers.</summary>
    public static IServiceCollection AddExams(this IServiceCollection services) => services
        .AddScoped<SittingStart>()
        .AddSingleton<TakeFolder>()
        .AddScoped<TakeKeeping>()
        .AddScoped<IDataSweep, TakeSweep>()
        .AddScoped<IQuestionUse, ExamQuestionUse>()
        .AddScoped<IPersonalData, ExamPersonalData>();
}
