namespace InterviewPrep.Web.Features.Practice;

public static class PracticeSetup
{
    /// <summary>Registers the reading and saving of the practice page.</summary>
    public static IServiceCollection AddPractice(this IServiceCollection services) => services
        .AddScoped<PracticeQuery>()
        .AddScoped<PracticeSaving>();
}
