using System.Text.RegularExpressions;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Data.Backups;

namespace InterviewPrep.Web.Web;

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

/// <summary>Section <c>Data</c>: where the site keeps what it must not lose.</summary>
public sealed class DataOptions
{
    /// <summary>Folder; relative to where the program is started.</summary>
    public string Folder { get; set; } = "data";

    public string SqliteFile => Path.Combine(Path.GetFullPath(Folder), DataFiles.Database);
}

/// <summary>Section <c>Content</c>: where lessons, questions and frames are read from.</summary>
public sealed class ContentOptions
{
    public string Folder { get; set; } = "content";
}

public static class OptionsSetup
{
    /// <summary>Registers the sections; a wrong value stops the start with one line that says what is allowed.</summary>
    public static IServiceCollection AddSiteOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SiteOptions>().Bind(configuration.GetSection("Site"))
            .Validate(o => o.Name.Trim().Length is > 0 and <= 30, "Site__Name must have 1 to 30 characters")
            .Validate(o => o.School.Length <= 40, "Site__School must have at most 40 characters")
            .Validate(o => o.Logo.Length == 0 || (File.Exists(o.Logo) && SiteOptions.LogoTypes.ContainsKey(Path.GetExtension(o.Logo))), "Site__Logo must be the path of an existing .png or .jpg file")
            .Validate(o => TimeZoneInfo.TryFindSystemTimeZoneById(o.TimeZone, out _), "Site__TimeZone must be an IANA time zone, such as Asia/Shanghai or UTC")
            .Validate(o => o.Address.Length == 0 || (Uri.TryCreate(o.Address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/"),
                "Site__Address must be empty or an http or https address without a path")
            .Validate(o => !o.StaffPasskey || (Uri.TryCreate(o.Address, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || uri.Host == "localhost")),
                "Site__StaffPasskey can be true only where Site__Address is an https address: browsers keep no passkeys for others")
            .ValidateOnStart();
        services.AddOptions<DataOptions>().Bind(configuration.GetSection("Data"))
            .Validate(o => !string.IsNullOrWhiteSpace(o.Folder) && !File.Exists(o.Folder), "Data__Folder must be the path of a folder")
            .ValidateOnStart();
        services.AddOptions<ContentOptions>().Bind(configuration.GetSection("Content"))
            .Validate(o => Directory.Exists(o.Folder), "Content__Folder must be the path of an existing folder with the content files")
            .ValidateOnStart();
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection("Database"))
            .Validate(o => o.IsKnownProvider, $"Database__Provider must be one of: {string.Join(", ", DatabaseOptions.Providers)}")
            .Validate(o => !o.IsPostgres || !string.IsNullOrWhiteSpace(o.ConnectionString), "Database__ConnectionString must be set when Database__Provider is Postgres")
            .ValidateOnStart();
        return services;
    }
}
