using System.Security.Cryptography;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>The one-time link that makes the first administrator. It is there while there is no administrator, and works once.</summary>
public sealed class FirstAdministrator(AppDb db, NewAccount accounts)
{
    private const int KeyBytes = 16;

    /// <summary>The key of the link; null where there is an administrator. Several nodes offer the same one.</summary>
    public async Task<string?> OfferAsync(CancellationToken ct)
    {
        if (await db.PeopleWith(Roles.Administrator).AnyAsync(ct)) return null;
        var rules = await db.RulesAsync(ct);
        if (rules.SetUpKey is null) rules.OfferSetUp(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)));
        await db.SaveChangesAsync(ct);
        return rules.SetUpKey;
    }

    /// <summary>Whether a link can still be used.</summary>
    public async Task<bool> IsOfferedAsync(string key, CancellationToken ct)
    {
        var offered = await db.SiteRules.AsNoTracking().Select(r => r.SetUpKey).SingleOrDefaultAsync(ct);
        return offered is not null && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(offered), System.Text.Encoding.UTF8.GetBytes(key))
            && !await db.PeopleWith(Roles.Administrator).AnyAsync(ct);
    }

    /// <summary>Makes the administrator and uses the link up, both or neither.</summary>
    public async Task<NewAccount.Result> MakeAsync(string name, string password, CancellationToken ct)
    {
        (await db.RulesAsync(ct)).UseSetUp();
        return await accounts.MakeAsync(new NewAccount.Order(name, name, password, [Roles.Learner, Roles.Administrator]), ct);
    }

    /// <summary>Makes the link where one is needed, and prints it when the site has started and its address is known.</summary>
    public static async Task PrintWhenStartedAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().OfferAsync(default) is not { } key) return;
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.PublicAddress(app.Urls);
            Console.WriteLine($"There is no administrator yet. This link makes one, and works once: {address}/set-up/{key}");
        });
    }
}
