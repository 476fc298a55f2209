using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Paper.Codes;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host;

/// <summary>Builds and starts the site; the program and the tests go the same way.</summary>
public static class SiteHost
{
    /// <param name="settings">Settings as on the command line: <c>--Key=value</c>.</param>
    /// <param name="replace">Changes services last; tests use it for the clock.</param>
    public static WebApplication Build(string[] settings, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SiteHost).Assembly.GetName().Name,
            Args = settings,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        // The switch that trusts every proxy; here the settings name them (section Proxy).
        builder.Configuration.AddInMemoryCollection([new("ForwardedHeaders_Enabled", "false")]);
        builder.Services.AddRooms(builder.Configuration);
        builder.Services.AddPages();
        replace?.Invoke(builder.Services);
        return builder.Build();
    }

    /// <summary>Brings the database up to date and the content in.</summary>
    /// <returns>False where the content has problems and there is no good copy to serve.</returns>
    public static async Task<bool> PrepareAsync(WebApplication app)
    {
        DatabaseSetup.MakeFolder(app.Services.GetRequiredService<IOptions<DataOptions>>().Value.Folder);
        app.Services.GetRequiredService<ContentReloader>().ReadAhead();
        await DatabaseSetup.MigrateAsync(app.Services);
        await AccountSetup.EnsureRolesAsync(app.Services);
        FirstAdministrator.PrintWhenStarted(app);
        await SheetKey.LoadAsync(app.Services);
        await app.Services.GetRequiredService<ContentReloader>().LoadAsync(default);
        return app.Services.GetRequiredService<ContentStore>().Library.Frameworks.Count > 0;
    }
}
