namespace InterviewPrep.Web.Features.Feedback;

public static class FeedbackSetup
{
    /// <summary>Registers what learners do with feedback.</summary>
    public static IServiceCollection AddFeedback(this IServiceCollection services) => services
        .AddScoped<FeedbackQuery>()
        .AddScoped<ScoreViews>()
        .AddScoped<ToDoDone>();
}
