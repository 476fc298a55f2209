namespace InterviewPrep.Web.Features.Assignments;

public static class AssignmentSetup
{
    /// <summary>Registers assignments, attempts and handing in.</summary>
    public static IServiceCollection AddAssignments(this IServiceCollection services) => services
        .AddScoped<AttemptStart>()
        .AddScoped<HandingIn>()
        .AddScoped<TimeUp>()
        .AddHostedService<TimeUpHosting>();
}
