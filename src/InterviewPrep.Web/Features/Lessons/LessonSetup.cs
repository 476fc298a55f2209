using InterviewPrep.Web.Features.Accounts;

namespace InterviewPrep.Web.Features.Lessons;

public static class LessonSetup
{
    /// <summary>Registers the reading of lessons and what a learner keeps of them.</summary>
    public static IServiceCollection AddLessons(this IServiceCollection services) => services
        .AddScoped<IPersonalData, LessonPersonalData>()
        .AddScoped<LessonQuery>()
        .AddScoped<LessonWork>();
}
