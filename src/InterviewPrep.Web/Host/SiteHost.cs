using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Paper.Codes;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Host.Settings;
using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host;

/// <summary>Builds and starts the site; the program and the tests go the same way.</summary>
public static class SiteHost
{
    /// <param name="settings">Settings as on the command line: <c>--Key=value</c>.</param>
    /// <param name="replace">Changes services last; tests use it for the clock.</param>
    /// <exception cref="UnknownWordException">There is no such setting.</exception>
    /// <exception cref="OperatorException">A setting has a value that it cannot have.</exception>
    public static WebApplication Build(string[] settings, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SiteHost).Assembly.GetName().Name,
            Args = settings,
            ContentRootPath = AppContext.BaseDirectory,
        });
        SettingsCheck.Run(builder.Configuration);
        builder.WebHost.UseStaticWebAssets();
        // The switch that trusts every proxy; here the settings name them (section Proxy).
        builder.Configuration.AddInMemoryCollection([new("ForwardedHeaders_Enabled", "false")]);
        StartupLog.Quieten(builder.Services);
        builder.Services.AddRooms(builder.Configuration);
        builder.Services.AddPages();
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        StartupLog.Follow(app);
        return app;
    }

    /// <summary>Looks whether the settings make sense.</summary>
    /// <exception cref="OptionsValidationException">One does not.</exception>
    public static void Validate(WebApplication app) => app.Services.GetRequiredService<IStartupValidator>().Validate();

    /// <summary>Brings the database up to date and the content in, one node at a time.</summary>
    /// <returns>False where the content has problems and there is no good copy to serve.</returns>
    public static async Task<bool> PrepareAsync(WebApplication app)
    {
        app.Services.GetRequiredService<DataFolder>().Open();
        app.Services.GetRequiredService<ContentReloader>().ReadAhead();
        await using var turn = await DatabaseSetup.OpenAsync(app.Services);
        await AccountSetup.EnsureRolesAsync(app.Services);
        await FirstAdministrator.PrintWhenStartedAsync(app);
        await SheetKey.LoadAsync(app.Services);
        await app.Services.GetRequiredService<ContentReloader>().LoadAsync(default);
        await StartChecks.RunAsync(app);
        return app.Services.GetRequiredService<ContentStore>().Library.Frameworks.Count > 0;
    }

    /// <summary>Serves the site until it is told to stop.</summary>
    /// <returns>False where there is no content to serve.</returns>
    /// <exception cref="OperatorException">The addresses cannot be listened on.</exception>
    public static async Task<bool> ServeAsync(WebApplication app)
    {
        app.UseSite();
        if (!await PrepareAsync(app))
        {
            await Console.Error.WriteLineAsync("The content has problems (listed above) and there is no last good copy: mend the files and start again.");
            return false;
        }
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or FormatException or ArgumentException or System.Net.Sockets.SocketException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            var reason = e is InvalidOperationException && app.Configuration["Kestrel:Certificates:Default:Path"] is null ? "https needs a certificate (Kestrel__Certificates__Default__Path), or a proxy that has one" : e.Message;
            throw new OperatorException($"cannot listen on {app.Configuration["Urls"]}: {reason}", e);
        }
        await app.WaitForShutdownAsync();
        return true;
    }
}
