using System.Net;
using System.Net.Sockets;
using System.Text;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Host;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Host;

/// <summary>Security headers, hosts and methods without any settings.</summary>
public sealed class SecurityHeadersTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    [InlineData("/css/site.css")]
    [InlineData("/health/live")]
    [InlineData("/no-such-page")]
    [InlineData("/no-such-file.js")]
    [InlineData("/admin")]
    public async Task Every_answer_carries_the_headers(string path)
    {
        using var visitor = app.NewVisitor();

        var headers = (await visitor.GetAsync(path)).Response.Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.Contain("require-trusted-types-for").And.NotContain("unsafe");
        headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        headers.GetValues("Referrer-Policy").Should().Equal("same-origin");
        headers.GetValues("Cross-Origin-Opener-Policy").Should().Equal("same-origin");
        headers.Contains("Server").Should().BeFalse();
        headers.Contains("Strict-Transport-Security").Should().BeFalse("it is a setting");
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/drafts")]
    [InlineData("/")]
    public async Task What_is_somebodys_own_is_kept_by_no_cache(string path)
    {
        using var person = await app.NewPersonAsync($"缓存{Guid.NewGuid():N}"[..20]);

        (await person.GetAsync(path)).Response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task Signing_out_tells_the_browser_to_forget()
    {
        await app.NewPersonAsync("忘掉一切");
        using var person = new Visitor(app.Address, followsRedirects: false);
        await person.SignInAsync("忘掉一切");

        var bye = await person.SubmitAsync(await person.GetAsync("/drafts"), "header form");

        bye.Response.Headers.GetValues("Clear-Site-Data").Single().Should().Contain("storage");
    }

    [Theory]
    [InlineData("utf-7", 415)]
    [InlineData("utf-16", 415)]
    [InlineData("gb18030", 415)]
    [InlineData("\"utf-7\"", 415)]
    [InlineData("UTF-8", 200)]
    public async Task A_form_in_another_encoding_than_utf8_is_refused(string charset, int status)
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/account/sign-in");
        var token = Uri.EscapeDataString(page.One("main input[name=__RequestVerificationToken]").GetAttribute("value")!);
        using var request = new HttpRequestMessage(HttpMethod.Post, page.Address) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes($"name=a&password=b&__RequestVerificationToken={token}")) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", $"application/x-www-form-urlencoded; charset={charset}");

        var answer = await visitor.SendAsync(request);

        ((int)answer.Status).Should().Be(status);
        answer.TextOf("h1").Should().Be(status == 415 ? "格式不支持" : "登录");
    }

    [Fact]
    public async Task A_change_that_another_site_asks_for_is_refused_even_with_a_token()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/account/sign-in");
        visitor.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        (await visitor.SubmitAsync(page, "main form", ("name", "a"), ("password", "b"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await visitor.GetAsync("/")).Status.Should().Be(HttpStatusCode.OK, "a link from elsewhere may lead here");
    }

    [Theory]
    [InlineData("Host", "evil.invalid", 400)]
    [InlineData("Host", "127.0.0.1.evil.invalid", 400)]
    [InlineData("X-Forwarded-Host", "evil.invalid", 302)]
    [InlineData("X-Original-URL", "/zq", 302)]
    public async Task No_answer_repeats_a_host_that_somebody_made_up(string header, string value, int status)
    {
        var answer = await RawAsync($"GET /account HTTP/1.1\r\n{(header == "Host" ? "" : $"Host: {app.Address.Authority}\r\n")}{header}: {value}\r\nConnection: close\r\n\r\n");

        answer.Should().StartWith($"HTTP/1.1 {status}").And.NotContain("evil.invalid");
        if (status == 302) answer.Should().Contain("Location: /account/sign-in?returnUrl=%2Faccount");
    }

    [Theory]
    [InlineData("TRACE", "/")]
    [InlineData("DELETE", "/drafts")]
    [InlineData("PUT", "/account/sign-in")]
    [InlineData("PROPFIND", "/")]
    public async Task Methods_that_no_page_knows_are_405(string method, string path)
    {
        using var visitor = app.NewVisitor();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(app.Address, path));

        (await visitor.SendAsync(request)).Status.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_handler_that_a_page_does_not_have_is_not_another_one()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/account/sign-in");
        var token = page.One("main input[name=__RequestVerificationToken]").GetAttribute("value")!;
        async Task<HttpStatusCode> PostAsync(string path)
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
            return (await visitor.Client.PostAsync(new Uri(path, UriKind.Relative), form)).StatusCode;
        }

        (await visitor.GetAsync("/drafts?handler=Export")).Status.Should().Be(HttpStatusCode.NotFound);
        (await PostAsync("/account/sign-in?handler=Nothing")).Should().Be(HttpStatusCode.NotFound);
        (await PostAsync("/lessons")).Should().Be(HttpStatusCode.MethodNotAllowed);
        (await PostAsync("/account/sign-in")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_body_that_is_too_large_and_an_address_with_a_NUL_are_refused()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/account/sign-in");

        try
        {
            (await visitor.SubmitAsync(page, "main form", ("name", new string('a', 5 * 1024 * 1024)), ("password", "b"))).Status
                .Should().BeOneOf(HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest);
        }
        catch (HttpRequestException)
        {
            // Refused before the body was sent whole: the connection is closed, which is an answer too.
        }
        (await visitor.GetAsync("/questions?q=a%00b")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await visitor.GetAsync("/")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_with_the_next_request_and_the_try_is_in_the_log()
    {
        using var teacher = await app.NewPersonAsync("曾是管理员", Roles.Administrator);
        (await teacher.GetAsync("/admin")).Status.Should().Be(HttpStatusCode.OK);
        var id = await app.InDbAsync(db => db.Users.Where(u => u.UserName == "曾是管理员").Select(u => u.Id).SingleAsync());
        await app.InDbAsync(db => db.UserRoles.Where(r => r.UserId == id).ExecuteDeleteAsync());

        (await teacher.GetAsync("/admin")).Status.Should().Be(HttpStatusCode.NotFound);

        (await app.InDbAsync(db => db.AuditEntries.Where(e => e.ActorId == id).OrderBy(e => e.Id).Select(e => e.Detail).LastAsync())).Should().Be("GET /admin");
    }

    [Fact]
    public async Task The_data_folder_is_nobody_elses()
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Path.Combine(app.DataFolder, "fresh");
        await using var site = SiteHost.Build([$"--Data:Folder={folder}", $"--Content:Folder={Repository.SampleContent}"]);

        await DatabaseSetup.MigrateAsync(site.Services);

        File.GetUnixFileMode(folder).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
