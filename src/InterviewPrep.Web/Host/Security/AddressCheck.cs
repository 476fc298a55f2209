using System.Collections.Concurrent;
using System.Text;
using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host.Security;

/// <summary>
/// Looks at the address by which a request came: the host must be one of the site's, and plain http is sent on where the site lives behind https.
/// A refusal says what to set, because whoever has just put a proxy before the site sees nothing else.
/// </summary>
public sealed partial class AddressCheck(AllowedHosts hosts, PublicEndpoint endpoint, IOptions<SiteOptions> site, IOptions<ProxyOptions> proxy, ILogger<AddressCheck> logger) : IMiddleware
{
    /// <summary>Each name and each sender is logged once, and no more of them than this: anybody may make up names.</summary>
    private const int MostLogged = 100;

    private readonly ConcurrentDictionary<string, bool> logged = new();

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.QueryString.Value!.Contains("%00", StringComparison.Ordinal)) return RefuseAsync(context, "地址里有 %00，这里没有这样的地址。", "The address holds %00.");
        // A probe of the machine's own comes by whatever address.
        if (request.Path.StartsWithSegments("/health")) return next(context);
        if (!hosts.Allows(request.Host.Host)) return RefuseHostAsync(context);
        return endpoint.IsHttps && !request.IsHttps ? SendOnAsync(context) : next(context);
    }

    private Task RefuseHostAsync(HttpContext context)
    {
        var name = context.Request.Host.Host;
        if (IsNew($"host {name}")) LogHost(HostNames.Ascii(name), ClientAddress.Of(context));
        // The name itself is not repeated: no page may carry a host that somebody made up.
        return name.Length == 0
            ? RefuseAsync(context, "请求里没有网站的名字（Host）。代理要把它原样传过来。", "The request has no Host header. Let the proxy pass it on (nginx: proxy_set_header Host $host).")
            : RefuseAsync(context, "这个网址不是本站的，请用老师或管理员给的网址打开。", "The site does not know this host name. Set Site__Address or AllowedHosts to it.");
    }

    private Task SendOnAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (IsNew($"http {ClientAddress.Of(context)}")) LogPlainHttp(ClientAddress.Of(context), proxy.Value.Known);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return RefuseAsync(context, "本站只走 https，这一次没有收下。", "This site takes forms by https only. If the browser did use https, the proxy must send X-Forwarded-Proto and be named in Proxy__Known.");
        var origin = Uri.TryCreate(site.Value.Address, UriKind.Absolute, out var address) ? address.Origin() : $"https://{request.Host.ToUriComponent()}";
        response.StatusCode = StatusCodes.Status308PermanentRedirect;
        response.Headers.Location = origin + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext context, string chinese, string english)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"{chinese}\n{english}\n", Encoding.UTF8);
    }

    private bool IsNew(string what) => logged.Count < MostLogged && logged.TryAdd(what, true);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Host name refused: {Host}, asked for by {Address}; set Site__Address or AllowedHosts if it is the site's")]
    private partial void LogHost(string host, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Plain http from {Address} is sent on to https; if browsers say there are too many redirects, the proxy does not send X-Forwarded-Proto, or is not in Proxy__Known (now: \"{Known}\")")]
    private partial void LogPlainHttp(string address, string known);
}
