using System.Net;
using InterviewPrep.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Host;

/// <summary>The site as a school serves it: by https, behind a proxy that the settings name.</summary>
public sealed class ProxiedTests(ProxiedTests.Site site) : IClassFixture<ProxiedTests.Site>
{
    // A reserved name (RFC 2606), so that nothing is ever sent there.
    private const string Host = "lianxi.invalid";

    public sealed class Site : App
    {
        protected override IEnumerable<string> Settings => [$"--Site:Address=https://{Host}", "--Site:Hsts=true", "--Proxy:Known=127.0.0.1;10.0.0.0/8"];
    }

    [Fact]
    public async Task Cookies_are_bound_to_the_host_and_https_is_here_to_stay()
    {
        using var visitor = Browser();

        var page = await visitor.GetAsync("/practice/bus-stop");
        var signIn = await visitor.GetAsync("/account/sign-in");

        page.Response.Headers.GetValues("Strict-Transport-Security").Single().Should().StartWith("max-age=31536000");
        var cookies = page.Response.Headers.GetValues("Set-Cookie").Concat(signIn.Response.Headers.GetValues("Set-Cookie")).ToList();
        cookies.Select(c => c.Split('=')[0]).Should().Contain(["__Host-visitor", "__Host-antiforgery"]);
        cookies.Should().AllSatisfy(c => c.ToLowerInvariant().Should().Contain("secure").And.Contain("httponly").And.Contain("path=/").And.Contain("samesite").And.NotContain("domain"));
    }

    [Fact]
    public async Task Plain_http_is_sent_on_and_a_foreign_host_refused()
    {
        using var visitor = Browser(scheme: "http");
        using var stranger = Browser(host: "evil.invalid");

        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Host = Host;
        var answer = await client.GetAsync("/lessons?a=b");

        answer.StatusCode.Should().Be(HttpStatusCode.PermanentRedirect);
        answer.Headers.Location.Should().Be($"https://{Host}/lessons?a=b");
        (await client.PostAsync("/account/sign-in", null)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await stranger.GetAsync("/")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await client.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_proxys_word_about_an_address_counts_the_browsers_own_does_not()
    {
        using var visitor = Browser(from: "198.51.100.9, 203.0.113.7");

        var page = await visitor.GetAsync("/account/sign-in");
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("__RequestVerificationToken", page.One("main input[name=__RequestVerificationToken]").GetAttribute("value")!),
            KeyValuePair.Create("name", "无此人"), KeyValuePair.Create("password", "不对不对不对"),
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, page.Address) { Content = form };
        request.Headers.Add("Cookie", page.Response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        await visitor.SendAsync(request);

        (await site.InDbAsync(db => db.AuditEntries.OrderBy(e => e.Id).Select(e => e.Address).LastAsync())).Should().Be("203.0.113.7", "only the last hop is the proxy's own");
    }

    [Fact]
    public async Task Behind_two_proxies_the_address_before_both_counts_and_one_more_does_not()
    {
        App twice = new BehindTwo();
        await twice.InitializeAsync();
        try
        {
            using var visitor = twice.NewVisitor();
            visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.9, 203.0.113.7, 10.0.0.2");
            await visitor.SignInAsync("无此人", "不对不对不对");

            (await twice.InDbAsync(db => db.AuditEntries.OrderBy(e => e.Id).Select(e => e.Address).LastAsync())).Should().Be("203.0.113.7");
        }
        finally
        {
            await twice.DisposeAsync();
        }
    }

    private sealed class BehindTwo : App
    {
        protected override IEnumerable<string> Settings => ["--Proxy:Known=127.0.0.1;10.0.0.0/8", "--Proxy:Hops=2"];
    }

    private Visitor Browser(string scheme = "https", string host = Host, string? from = null)
    {
        var visitor = site.NewVisitor();
        visitor.Client.DefaultRequestHeaders.Host = host;
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        if (from is not null) visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        return visitor;
    }
}
