namespace InterviewPrep.Web.Host.Commands;

/// <summary><c>demo --password=…</c>: an empty installation gets something on every screen.</summary>
internal static class DemoCommand
{
    /// <returns>False where nothing was filled in; the reason is written.</returns>
    public static async Task<bool> RunAsync(WebApplication app, TextWriter output, TextWriter errors)
    {
        var password = app.Configuration["password"] ?? "";
        if (password.Length == 0)
        {
            await errors.WriteLineAsync("demo needs a password for its people: demo --password=…");
            return false;
        }
        if (!await SiteHost.PrepareAsync(app)) return false;
        await using var scope = app.Services.CreateAsyncScope();
        if (await ActivatorUtilities.CreateInstance<DemoData>(scope.ServiceProvider).FillAsync(password, default) is { } problem)
        {
            await errors.WriteLineAsync(problem);
            return false;
        }
        await output.WriteLineAsync($"a class with its people: sign in as teacher, or learner1 to learner{DemoData.Learners}");
        return true;
    }
}
