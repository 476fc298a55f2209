using InterviewPrep.Web.Data;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts.SignIn.School;

/// <summary>Keys of earlier versions hold no issuer: at the start they get the one that is configured, so that no later provider's subjects fit them.</summary>
public sealed partial class OldSchoolKeys(IServiceScopeFactory scopes, IOptionsMonitor<OpenIdConnectOptions> options, ILogger<OldSchoolKeys> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CompleteAsync(stoppingToken);
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e.GetBaseException().Message);
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task CompleteAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var old = await db.UserLogins.Where(l => l.LoginProvider == ExternalLoginSetup.Scheme && EF.Functions.Like(l.ProviderKey, " %")).ToListAsync(ct);
        if (old.Count == 0) return;
        var issuer = (await options.Get(ExternalLoginSetup.Scheme).ConfigurationManager!.GetConfigurationAsync(ct)).Issuer;
        foreach (var login in old)
        {
            db.Remove(login);
            db.Add(new IdentityUserLogin<Guid> { LoginProvider = login.LoginProvider, ProviderKey = SchoolAccounts.Key(issuer, login.ProviderKey.Trim()), ProviderDisplayName = login.ProviderDisplayName, UserId = login.UserId });
        }
        await db.SaveChangesAsync(ct);
        Completed(old.Count, issuer);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} sign-ins of the school were tied to the issuer {Issuer}")]
    private partial void Completed(int count, string issuer);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-ins of the school without an issuer could not be completed yet: {Reason}")]
    private partial void Failed(string reason);
}
