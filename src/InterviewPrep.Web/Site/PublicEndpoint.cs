using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Site;

/// <summary>How the site is reached from outside, decided at start from <c>Site__Address</c> and <c>Urls</c>.</summary>
public sealed class PublicEndpoint(IOptions<SiteOptions> site, IConfiguration configuration)
{
    private const char Separator = ';';

    /// <summary>
    /// Browsers come by https, to this program or to a proxy before it. Then cookies are bound to this host (<c>__Host-</c>) and
    /// plain http is sent on.
    /// </summary>
    public bool IsHttps { get; } = site.Value.Address.Length > 0
        ? site.Value.Address.StartsWith("https://", StringComparison.Ordinal)
        : (configuration["Urls"] ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } urls && urls.All(u => u.Trim().StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    /// <summary>A cookie's name as browsers see it.</summary>
    public string Cookie(string name) => IsHttps ? "__Host-" + name : name;

    public CookieSecurePolicy CookiePolicy => IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    public CookieOptions CookieOptions(TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lifetime,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = IsHttps,
    };
}
