namespace InterviewPrep.Web.Features.StudyPlan;

public static class StudyPlanSetup
{
    /// <summary>Registers what makes the plan of a day.</summary>
    public static IServiceCollection AddStudyPlan(this IServiceCollection services) => services.AddScoped<StudyRecords>();
}
