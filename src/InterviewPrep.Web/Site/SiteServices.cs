namespace InterviewPrep.Web.Site;

public static class SiteServices
{
    /// <summary>Registers what every room may ask: the settings of the site, its clock and how it is reached.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services, IConfiguration configuration)
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
            .Validate(o => o.VisitorDays is >= DataOptions.FewestVisitorDays and <= DataOptions.MostVisitorDays, $"Data__VisitorDays must be {DataOptions.FewestVisitorDays} to {DataOptions.MostVisitorDays}")
            .ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SiteTime>();
        services.AddSingleton<PublicEndpoint>();
        services.AddHttpContextAccessor();
        return services;
    }
}
