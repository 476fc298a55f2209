using InterviewPrep.Web.Features.Accounts.Audit;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host.Security;

/// <summary>Security middleware: proxies, headers, hosts, https, and what forms of other sites may not do.</summary>
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
        services.AddSingleton<AllowedHosts>();
        services.AddSingleton<AddressCheck>();
        // AllowedHosts does this, and knows what is meant where nothing is set.
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
        // X-Forwarded-* is ignored unless a proxy is configured.
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Networks is { Count: > 0 }) app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseMiddleware<AddressCheck>();
        return app;
    }

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
