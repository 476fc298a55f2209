using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Who may make an account.</summary>
public enum Registration
{
    Anyone,

    /// <summary>Whoever has an invitation.</summary>
    Invitation,

    /// <summary>Nobody; accounts are made by teachers and administrators.</summary>
    Nobody,
}

/// <summary>Who may open classes.</summary>
public enum ClassOpeners
{
    Teachers,
    Administrators,

    /// <summary>Everybody with an account.</summary>
    Anyone,
}

/// <summary>What the administrator decides for the whole site: one row, changed on /admin/settings.</summary>
public sealed class SiteRules
{
    private const int TheRow = 1;

    public int Id { get; private set; } = TheRow;

    public Registration Registration { get; private set; } = Registration.Anyone;

    public ClassOpeners ClassOpeners { get; private set; } = ClassOpeners.Teachers;

    /// <summary>Key of the one-time set-up link; null where there is none to use.</summary>
    public string? SetUpKey { get; private set; }

    public void Change(Registration registration, ClassOpeners classOpeners) => (Registration, ClassOpeners) = (registration, classOpeners);

    public void OfferSetUp(string key) => SetUpKey = key;

    public void UseSetUp() => SetUpKey = null;
}

public static class SiteRulesQueries
{
    /// <summary>The rules, tracked; a new row with the defaults where nothing was ever changed.</summary>
    public static async Task<SiteRules> RulesAsync(this AppDb db, CancellationToken ct) =>
        await db.SiteRules.SingleOrDefaultAsync(ct) ?? db.Add(new SiteRules()).Entity;

    public static async Task<Registration> RegistrationAsync(this AppDb db, CancellationToken ct) =>
        (await db.ReadRulesAsync(ct)).Registration;

    public static async Task<ClassOpeners> ClassOpenersAsync(this AppDb db, CancellationToken ct) =>
        (await db.ReadRulesAsync(ct)).ClassOpeners;

    private static Task<SiteRules> ReadRulesAsync(this AppDb db, CancellationToken ct) =>
        db.CachedAsync("site rules", async () => await db.SiteRules.AsNoTracking().SingleOrDefaultAsync(ct) ?? new SiteRules());
}
