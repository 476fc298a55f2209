using InterviewPrep.Web.Features.Accounts;

namespace InterviewPrep.Web.Features.Lessons;

public static class LessonSetup
{
    /// <summary>Registers what a learner keeps of the lessons.</summary>
    public static IServiceCollection AddLessons(this IServiceCollection services) => services
        .AddScoped<IPersonalData, LessonPersonalData>();
}
