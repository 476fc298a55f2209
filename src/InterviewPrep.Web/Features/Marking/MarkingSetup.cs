namespace InterviewPrep.Web.Features.Marking;

public static class MarkingSetup
{
    /// <summary>Registers marking and the change of rubrics.</summary>
    public static IServiceCollection AddMarking(this IServiceCollection services) => services
        .AddScoped<MarkSaving>()
        .AddScoped<RubricChange>()
        .AddScoped<DeskReading>();
}
