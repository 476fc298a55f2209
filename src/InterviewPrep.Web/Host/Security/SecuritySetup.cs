using System.Net;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host.Security;

/// <summary>What stands between the open internet and the pages.</summary>
public static class SecuritySetup
{
    /// <summary>Largest body of a request, in bytes. A page that takes files states its own by <c>[RequestSizeLimit]</c>.</summary>
    public const long LargestBody = 4 * 1024 * 1024;

    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(o => (o.AddServerHeader, o.Limits.MaxRequestBodySize) = (false, LargestBody));
        services.Configure<MvcOptions>(o =>
        {
            o.Filters.Add<UnknownHandlerFilter>();
            o.Filters.Add<ConflictExceptionFilter>();
            o.Filters.Add<RefusalLog.Tokens>();
        });
        services.AddExceptionHandler<ExceptionLogger>();
        services.AddSingleton<AllowedHosts>();
        // KnownHosts does this, and knows what is meant where nothing is set.
        services.PostConfigure<HostFilteringOptions>(o => o.AllowedHosts = ["*"]);
        services.AddOptions<ProxyOptions>().BindConfiguration("Proxy")
            .Validate(o => o.Networks is not null, "Proxy__Known must be addresses or networks, such as 10.0.0.2;10.1.0.0/16")
            .Validate(o => o.Hops is >= 1 and <= 5, "Proxy__Hops must be from 1 to 5").ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((o, proxy) =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            o.ForwardLimit = proxy.Value.Hops;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var network in proxy.Value.Networks ?? []) o.KnownIPNetworks.Add(network);
        });
        return services;
    }

    /// <summary>Comes first: proxies, headers, hosts, https.</summary>
    public static IApplicationBuilder UseSecurity(this WebApplication app)
    {
        // Without a proxy in the settings nobody's word about where a request comes from is taken.
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Networks is { Count: > 0 }) app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseAllowedHosts();
        if (app.Services.GetRequiredService<PublicEndpoint>().IsHttps) app.UseHttpsOnly();
        return app;
    }

    private static void UseAllowedHosts(this IApplicationBuilder app)
    {
        var hosts = app.ApplicationServices.GetRequiredService<AllowedHosts>();
        app.Use((context, next) =>
        {
            // No page and no redirect may repeat a host that somebody made up; a NUL in an address is nobody's word either.
            // A probe of the host's own comes by whatever address.
            if ((hosts.Allows(context.Request.Host.Host) || context.Request.Path.StartsWithSegments("/health")) && !context.Request.QueryString.Value!.Contains("%00", StringComparison.Ordinal)) return next(context);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }

    private static void UseHttpsOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.IsHttps || request.Path.StartsWithSegments("/health")) return next(context);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            var address = context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.Address is { Length: > 0 } set ? set.TrimEnd('/') : $"https://{request.Host}";
            context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            context.Response.Headers.Location = address + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        }
        else context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>
    /// Refuses what no page of this site sends: text in another encoding than UTF-8 (415), and changes that another site's page asks for (400).
    /// </summary>
    public static IApplicationBuilder UseOwnFormsOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var isChange = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        if (isChange && request.ContentType is { } type && Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(type, out var media) && media.Charset is { Length: > 0 } charset
            && !Microsoft.Net.Http.Headers.HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            // The body is not read, so the page that says so must not look into it.
            request.ContentType = null;
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            RefusalLog.TurnedAway(context);
            return Task.CompletedTask;
        }
        if (isChange && request.Headers["Sec-Fetch-Site"] == "cross-site")
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            RefusalLog.TurnedAway(context);
            return Task.CompletedTask;
        }
        return next(context);
    });
}

/// <summary>Section <c>Proxy</c>: the proxies before this program, whose word about a request's origin counts.</summary>
public sealed class ProxyOptions
{
    /// <summary>Addresses and networks, separated by semicolons; empty where browsers come here themselves.</summary>
    public string Known { get; set; } = "";

    /// <summary>How many proxies stand in a row.</summary>
    public int Hops { get; set; } = 1;

    /// <summary>The networks that are meant; null where one cannot be read.</summary>
    public IReadOnlyList<System.Net.IPNetwork>? Networks
    {
        get
        {
            var networks = new List<System.Net.IPNetwork>();
            foreach (var word in Known.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (System.Net.IPNetwork.TryParse(word, out var network)) networks.Add(network);
                else if (IPAddress.TryParse(word, out var address)) networks.Add(new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8));
                else return null;
            }
            return networks;
        }
    }
}
