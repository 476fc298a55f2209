namespace InterviewPrep.Web.Host;

/// <summary>
/// Until the site has started, what the platform says about a failed start, with stack traces, is left out of the log: <see cref="StartFailure"/>
/// says it in one line.
/// </summary>
internal static class StartupLog
{
    private static readonly string[] Sources = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"];

    public static void Quieten(IServiceCollection services)
    {
        var state = new State();
        services.AddSingleton(state);
        services.Configure<LoggerFilterOptions>(o =>
        {
            foreach (var source in Sources) o.Rules.Add(new LoggerFilterRule(null, source, LogLevel.Warning, (_, _, _) => state.HasStarted));
        });
    }

    public static void Follow(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() => app.Services.GetRequiredService<State>().HasStarted = true);

    private sealed class State
    {
        public bool HasStarted { get; set; }
    }
}
