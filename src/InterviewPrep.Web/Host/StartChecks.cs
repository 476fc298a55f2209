using System.Collections;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Host.Commands;
using InterviewPrep.Web.Host.Settings;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Host;

/// <summary>What whoever runs the program should hear at the start, though nothing forbids it.</summary>
internal static partial class StartChecks
{
    /// <summary>So many of the newest photographed pages are looked for.</summary>
    private const int Pages = 50;

    public static async Task RunAsync(WebApplication app)
    {
        LogPlace(app.Logger, StorageLocation.Of(app.Services));
        foreach (var (found, meant) in SettingsCheck.LookAlikes(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(v => (string)v.Key)))
            LogLookAlike(app.Logger, found, meant);
        await using var scope = app.Services.CreateAsyncScope();
        var folder = scope.ServiceProvider.GetRequiredService<ScanFolder>();
        var pages = await scope.ServiceProvider.GetRequiredService<AppDb>().ScanPages.OrderByDescending(p => p.UploadedAt).Select(p => p.Id).Take(Pages).ToListAsync();
        if (pages.Count(p => !File.Exists(folder.PathOf(p))) is > 0 and var missing) LogMissing(app.Logger, missing, pages.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Starting with {Place}")]
    private static partial void LogPlace(ILogger logger, string place);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The environment has {Found}, which is read by nothing; the setting is called {Meant}")]
    private static partial void LogLookAlike(ILogger logger, string found, string meant);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Missing} of the newest {Count} photographed pages are not in Data__Folder; several nodes on one database must share that folder")]
    private static partial void LogMissing(ILogger logger, int missing, int count);
}
