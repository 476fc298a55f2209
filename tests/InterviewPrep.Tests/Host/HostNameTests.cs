using System.Net;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Host;

/// <summary>A name in Chinese letters and the same in punycode are one host, in the settings, in the request and in what the site prints.</summary>
public sealed class HostNameTests
{
    private const string Punycode = "xn--ee3al1u.example", Chinese = "面试.example";

    private sealed class NamedSite(string setting) : App
    {
        protected override IEnumerable<string> Settings => [setting];
    }

    [Theory]
    [InlineData("--Site:Address=http://" + Punycode)]
    [InlineData("--Site:Address=http://" + Chinese)]
    [InlineData("--AllowedHosts=" + Punycode)]
    [InlineData("--AllowedHosts=" + Chinese)]
    [InlineData("--AllowedHosts=*.example")]
    public async Task A_browser_that_sends_the_punycode_name_gets_in_and_nobody_else(string setting)
    {
        App site = new NamedSite(setting);
        await site.InitializeAsync();
        try
        {
            (await StatusAsync(site, Punycode)).Should().Be(HttpStatusCode.OK);
            (await StatusAsync(site, Punycode.ToUpperInvariant())).Should().Be(HttpStatusCode.OK);
            (await StatusAsync(site, "xn--other.invalid")).Should().Be(HttpStatusCode.BadRequest);
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("--Site:Address=https://" + Punycode)]
    [InlineData("--Site:Address=https://" + Chinese)]
    public async Task Plain_http_is_sent_on_to_the_name_that_every_program_takes(string setting)
    {
        App site = new NamedSite(setting);
        await site.InitializeAsync();
        try
        {
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
            client.DefaultRequestHeaders.Host = Punycode;

            var answer = await client.GetAsync(new Uri("/lessons", UriKind.Relative));

            answer.Headers.GetValues("Location").Single().Should().Be($"https://{Punycode}/lessons");
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(App site, string host)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Host = host;
        return (await client.GetAsync(new Uri("/lessons", UriKind.Relative))).StatusCode;
    }
}
