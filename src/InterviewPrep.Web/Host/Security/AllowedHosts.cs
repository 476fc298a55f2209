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
    private readonly string[] names = [.. Names(site.Value.Address, configuration["AllowedHosts"])];

    public bool Allows(string host)
    {
        if (host.Length == 0) return false;
        if (names.Length > 0) return names.Any(n => n == "*" || n.Equals(host, StringComparison.OrdinalIgnoreCase) || (n.StartsWith("*.", StringComparison.Ordinal) && host.EndsWith(n[1..], StringComparison.OrdinalIgnoreCase)));
        return IPAddress.TryParse(host.Trim('[', ']'), out _) || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase) || host.Equals(Environment.MachineName + ".local", StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Names(string address, string? allowed) =>
        (allowed ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(Uri.TryCreate(address, UriKind.Absolute, out var uri) ? [uri.Host] : []);
}
