using System.Net;
using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host.Security;

/// <summary>
/// The names by which this site is asked for: those of <c>AllowedHosts</c> (with <c>*.</c> for all below a name) and of <c>Site__Address</c>.
/// Where neither is set: this machine's own names and any plain address, so that a class in one room can be served without settings.
/// </summary>
public sealed class AllowedHosts(IOptions<SiteOptions> site, IConfiguration configuration)
{
    private const string Anything = "*", Below = "*.";

    private readonly string[] names = [.. Names(site.Value.Address, configuration["AllowedHosts"])];
    private readonly string machine = HostNames.Ascii(Environment.MachineName);

    public bool Allows(string host)
    {
        if (host.Length == 0) return false;
        var name = HostNames.Ascii(host);
        if (names.Length > 0) return names.Any(n => n == Anything || n == name || (n.StartsWith(Below, StringComparison.Ordinal) && name.EndsWith(n[1..], StringComparison.Ordinal)));
        return IPAddress.TryParse(host.Trim('[', ']'), out _) || name == "localhost" || name == machine || name == machine + ".local";
    }

    private static IEnumerable<string> Names(string address, string? allowed) =>
        (allowed ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(n => n.StartsWith(Below, StringComparison.Ordinal) ? Below + HostNames.Ascii(n[Below.Length..]) : n == Anything ? n : HostNames.Ascii(n))
            .Concat(Uri.TryCreate(address, UriKind.Absolute, out var uri) ? [HostNames.Ascii(uri.Host)] : []);
}
