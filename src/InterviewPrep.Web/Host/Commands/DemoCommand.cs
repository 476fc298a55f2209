namespace InterviewPrep.Web.Host.Commands;

/// <summary><c>demo --password=…</c>: an empty installation gets something on every screen.</summary>
internal static class DemoCommand
{
    /// <returns>False where nothing was filled in; the reason is written.</returns>
    public static async Task<bool> RunAsync(WebApplication app, string password, TextWriter output, TextWriter errors)
    {
        if (!await SiteHost.PrepareAsync(app)) return false;
        await using var scope = app.Services.CreateAsyncScope();
        if (await ActivatorUtilities.CreateInstance<DemoData>(scope.ServiceProvider).FillAsync(password, default) is { } problem)
        {
            await errors.WriteLineAsync($"{problem} ({StorageLocation.Of(app.Services)})");
            return false;
        }
        await output.WriteLineAsync($"a class with its people: sign in as teacher, or learner1 to learner{DemoData.Learners} ({StorageLocation.Of(app.Services)})");
        return true;
    }
}
