using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments.Manage;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Assignments;

public static class AssignmentSetup
{
    /// <summary>Registers assignments, attempts and handing in.</summary>
    public static IServiceCollection AddAssignments(this IServiceCollection services) => services
        .AddScoped<IPersonalData, AssignmentPersonalData>()
        .AddScoped<AttemptStart>()
        .AddScoped<HandingIn>()
        .AddScoped<AttemptAnswers>()
        .AddScoped<GivingBack>()
        .AddScoped<AttemptCloser>()
        .AddScoped<IRunningWork, RunningWork>()
        .AddScoped<IBeforeDraftSave>(s => s.GetRequiredService<AttemptCloser>())
        .AddScoped<IWithheldAnswers, WithheldAnswers>()
        .AddScoped<IQuestionUse, AssignmentQuestionUse>()
        .AddScoped<AssignmentTabQuery>()
        .AddScoped<QuestionPicker>()
        .AddHostedService<AttemptClosingService>()
        .AddHostedService<SubmissionTextCheck>();
}
