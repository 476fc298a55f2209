using System.Text.RegularExpressions;

namespace InterviewPrep.Web.Site;

/// <summary>Section <c>Site</c>: how the site is called, and in which time zone it lives.</summary>
public sealed partial class SiteOptions
{
    public string Name { get; set; } = "知行面试";

    /// <summary>Name of the school, at the head of what is printed; empty for none.</summary>
    public string School { get; set; } = "";

    /// <summary>Path of a picture that stands before the school's name on paper; empty for none.</summary>
    public string Logo { get; set; } = "";

    /// <summary>Endings that a logo may have.</summary>
    public static readonly IReadOnlyDictionary<string, string> LogoTypes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
    };

    /// <summary>IANA name of the zone in which all dates are shown and all deadlines are meant.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>
    /// Address by which people reach the site: scheme, host and, where it is not the usual one, port. Empty where it is reached as it listens.
    /// </summary>
    public string Address { get; set; } = "";

    /// <summary>Whether browsers are told to come by https only for a year to come; for a site that stays on https.</summary>
    public bool Hsts { get; set; }

    /// <summary>Whether teachers, assistants and administrators come in by passkey only.</summary>
    public bool StaffPasskey { get; set; }

    /// <summary>Whether browsers keep pages for use without a network. False also removes what they have kept.</summary>
    public bool Offline { get; set; } = true;

    /// <summary>The address to print and to hand out.</summary>
    /// <param name="urls">Addresses that the program listens on.</param>
    public string PublicAddress(IEnumerable<string> urls) =>
        Address.Length > 0 ? Address.TrimEnd('/') : AnyHost().Replace(urls.FirstOrDefault() ?? "", "$1localhost").TrimEnd('/');

    [GeneratedRegex(@"(//)(\[::\]|0\.0\.0\.0|\+|\*)")]
    private static partial Regex AnyHost();
}
