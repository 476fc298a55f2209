using System.Net;
using InterviewPrep.Tests.Support;
using SkiaSharp;

namespace InterviewPrep.Tests.Host;

/// <summary>Addresses that people mistype, and those that browsers and search engines ask for by themselves.</summary>
public sealed class AddressTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("/nothere")]
    [InlineData("/nothere/deeper?q=1")]
    [InlineData("/no-such-file.js")]
    [InlineData("/lessons/nothere")]
    [InlineData("/lessons/first-words/nothere")]
    [InlineData("/questions/nothere")]
    [InlineData("/classes/not-an-id")]
    [InlineData("/assignments/not-an-id")]
    [InlineData("/admin/nothere")]
    [InlineData("/account/nothere")]
    [InlineData("/sheets/nothere")]
    public async Task A_mistyped_address_is_a_missing_page_and_no_way_to_the_sign_in(string path)
    {
        using var visitor = app.NewVisitor();

        var answer = await visitor.GetAsync(path);

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        answer.Address.PathAndQuery.Should().Be(path, "nobody is sent elsewhere");
        answer.TextOf("h1").Should().Be("没有找到这一页");
    }

    [Fact]
    public async Task An_unknown_address_of_the_API_is_404_too()
    {
        using var visitor = app.NewVisitor();

        (await visitor.GetAsync("/api/nothere")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Search_engines_are_told_which_addresses_are_for_them()
    {
        using var visitor = app.NewVisitor();

        var robots = await visitor.GetAsync("/robots.txt");

        robots.Status.Should().Be(HttpStatusCode.OK);
        robots.Response.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        robots.Text.Should().Contain("User-agent: *").And.Contain("Disallow: /account").And.NotContain("Disallow: /lessons").And.NotContain("<html");
    }

    [Fact]
    public async Task The_favicon_is_a_picture()
    {
        using var visitor = app.NewVisitor();

        var (bytes, type) = await FileAsync(visitor, "/favicon.ico");

        type.Should().StartWith("image/");
        using var icon = SKBitmap.Decode(bytes);
        icon.Width.Should().BeGreaterThanOrEqualTo(16);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sheets/bus-stop")]
    public async Task A_page_names_the_manifest_and_its_icons_are_as_large_as_it_says(string path)
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync(path);

        var answer = await visitor.GetAsync(page.One("link[rel=manifest]").GetAttribute("href")!);

        answer.Response.Content.Headers.ContentType!.MediaType.Should().Be("application/manifest+json");
        var manifest = answer.Json;
        manifest.GetProperty("name").GetString().Should().Be("知行面试");
        (await visitor.GetAsync(manifest.GetProperty("start_url").GetString()!)).Status.Should().Be(HttpStatusCode.OK);
        var pictures = 0;
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
        {
            var (bytes, type) = await FileAsync(visitor, icon.GetProperty("src").GetString()!);
            type.Should().Be(icon.GetProperty("type").GetString());
            if (type != "image/png") continue;
            using var bitmap = SKBitmap.Decode(bytes);
            $"{bitmap.Width}x{bitmap.Height}".Should().Be(icon.GetProperty("sizes").GetString());
            pictures++;
        }
        pictures.Should().BeGreaterThanOrEqualTo(3, "a home screen wants a small, a large and a maskable one");
        foreach (var link in page.Page.QuerySelectorAll("link[rel~=icon], link[rel=apple-touch-icon]"))
            (await FileAsync(visitor, link.GetAttribute("href")!)).Type.Should().StartWith("image/");
    }

    private static async Task<(byte[] Bytes, string Type)> FileAsync(Visitor visitor, string path)
    {
        using var response = await visitor.Client.GetAsync(path);
        response.StatusCode.Should().Be(HttpStatusCode.OK, path);
        return (await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentType!.MediaType!);
    }
}
