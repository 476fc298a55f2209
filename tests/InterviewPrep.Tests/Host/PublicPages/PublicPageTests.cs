using System.Data.Common;
using System.IO.Compression;
using System.Net;
using System.Text;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Host.PublicPages;

/// <summary>Pages that are the same for everybody unknown are rendered once; nobody gets somebody else's page.</summary>
public sealed class PublicPageTests(PublicPageTests.Site app) : IClassFixture<PublicPageTests.Site>
{
    public sealed class Site : App
    {
        public Commands Commands { get; } = new();

        protected override void Change(IServiceCollection services) => services.AddSingleton<IInterceptor>(Commands);
    }

    /// <summary>Counts what is asked of the store.</summary>
    public sealed class Commands : DbCommandInterceptor
    {
        private int count;

        public int Count => count;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref count);
            return ValueTask.FromResult(result);
        }
    }

    private const string Lesson = "/lessons/first-words";

    private Visitor Unknown() => new(app.Address);

    [Fact]
    public async Task Nobody_gets_anothers_page_whoever_asked_first()
    {
        var school = await SchoolWithEverything.NewAsync(app);
        var addresses = await AddressesAsync(school);
        addresses.Should().HaveCountGreaterThan(12);
        var actors = RouteTable.Actors.Where(a => a != "visitor").ToList();
        var people = new List<Visitor>();
        foreach (var actor in actors)
        {
            people.Add(new Visitor(app.Address));
            await people[^1].SignInAsync(school.Names[actor]);
        }
        var known = Unknown();
        await known.WriteAsync("一位没有账号的人写的，二十个字总是有的，这样才算作答。");
        people.Add(known);
        foreach (var person in people) await person.SubmitAsync(await person.GetAsync(Lesson), "form[action*=Exercise] button", ("answer", $"只属于第 {people.IndexOf(person)} 人的一句"));
        var owners = new HashSet<string>();

        foreach (var address in addresses)
        {
            using var unknown = Unknown();
            var before = await unknown.GetAsync(address);
            foreach (var person in people)
            {
                var page = await person.GetAsync(address);
                page.Status.Should().Be(HttpStatusCode.OK, address);
                page.Response.Headers.CacheControl!.NoStore.Should().BeTrue(address);
                owners.Add(page.Response.Headers.GetValues("X-Owner").Single());
                page.Text.Should().NotContain(string.Join(' ', people.Where(p => p != person).Select(p => $"只属于第 {people.IndexOf(p)} 人的一句").Where(page.Text.Contains).DefaultIfEmpty("没有别人的")), address);
                if (address == Lesson) page.TextOf("#answer").Should().Be($"只属于第 {people.IndexOf(person)} 人的一句");
                page.Page.Body!.GetAttribute("data-owner").Should().NotBe("", address);
            }
            using var later = Unknown();
            var after = await later.GetAsync(address);
            after.Text.Should().Be(before.Text, address);
            after.Text.Should().NotContain("只属于第").And.NotContain("退出").And.NotContain("__RequestVerificationToken");
            after.Response.Headers.GetValues("X-Owner").Should().Equal("-");
            later.Cookies.Should().BeEmpty();
        }
        owners.Should().HaveCount(people.Count).And.NotContain("-");
        people.ForEach(p => p.Dispose());
    }

    [Fact]
    public async Task The_second_time_nothing_is_asked_of_the_store_and_all_headers_stand()
    {
        using var first = Unknown();
        using var second = Unknown();
        var rendered = await first.GetAsync("/questions");
        var before = app.Commands.Count;

        var again = await second.GetAsync("/questions");

        app.Commands.Count.Should().Be(before);
        again.Text.Should().Be(rendered.Text).And.Contain("/questions/bus-stop");
        again.Response.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'");
        again.Response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        again.Response.Headers.CacheControl!.ToString().Should().Be("no-cache, private");
        again.Response.Headers.Vary.Should().Contain("Cookie").And.Contain("Accept-Encoding");
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task It_goes_compressed_and_not_at_all_where_the_browser_has_it(string encoding)
    {
        using var visitor = Unknown();
        var plain = await visitor.GetAsync(Lesson);
        var compressed = await AskAsync(visitor, ("Accept-Encoding", encoding));

        compressed.Content.Headers.ContentEncoding.Should().Equal(encoding);
        await using var stream = await compressed.Content.ReadAsStreamAsync();
        await using Stream open = encoding == "br" ? new BrotliStream(stream, CompressionMode.Decompress) : new GZipStream(stream, CompressionMode.Decompress);
        (await new StreamReader(open, Encoding.UTF8).ReadToEndAsync()).Should().Be(plain.Text);
        var unchanged = await AskAsync(visitor, ("Accept-Encoding", encoding), ("If-None-Match", compressed.Headers.ETag!.Tag));
        unchanged.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await unchanged.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        (await AskAsync(visitor, ("Accept-Encoding", encoding), ("If-None-Match", "\"another\""))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await AskAsync(visitor, ("Accept-Encoding", $"{encoding};q=0"))).Content.Headers.ContentEncoding.Should().BeEmpty();
    }

    [Fact]
    public async Task A_question_that_comes_or_goes_is_seen_at_once()
    {
        using var room = await Classroom.NewAsync(app);
        using var visitor = Unknown();
        (await visitor.GetAsync("/questions")).Text.Should().NotContain("人人可见的站牌题");

        var copy = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/questions/{People.Question}"), "form[action*=Copy]");
        var ready = await room.Teacher.SubmitAsync(copy, "button[value=ready]", ("title", "人人可见的站牌题"), ("visibility", "Site"));

        var list = await visitor.GetAsync("/questions");
        list.Text.Should().Contain("人人可见的站牌题");
        var question = list.Page.QuerySelectorAll("a").Single(a => a.TextContent.Contains("人人可见的站牌题", StringComparison.Ordinal)).GetAttribute("href")!;
        (await visitor.GetAsync(question)).Status.Should().Be(HttpStatusCode.OK);
        await room.Teacher.SubmitAsync(ready, "button[value=ready]", ("title", "人人可见的站牌题"), ("visibility", "Private"));
        (await visitor.GetAsync(question)).Status.Should().Be(HttpStatusCode.NotFound, "what one may not see is not there");
        (await visitor.GetAsync("/questions")).Text.Should().NotContain("人人可见的站牌题");
    }

    [Fact]
    public async Task A_form_on_it_counts_from_this_site_and_from_no_other()
    {
        using var visitor = Unknown();
        (await visitor.GetAsync(Lesson)).Page.QuerySelector("input[name=__RequestVerificationToken]").Should().BeNull();
        async Task<HttpStatusCode> PostAsync(params (string Name, string Value)[] headers)
        {
            using var sender = new Visitor(app.Address, followsRedirects: false);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, $"{Lesson}?handler=Exercise")) { Content = new FormUrlEncodedContent([KeyValuePair.Create("answer", "一句")]) };
            foreach (var (name, value) in headers) request.Headers.Add(name, value);
            return (await sender.SendAsync(request)).Status;
        }

        (await PostAsync(("Origin", app.Address.GetLeftPart(UriPartial.Authority)))).Should().Be(HttpStatusCode.Redirect);
        (await PostAsync(("Sec-Fetch-Site", "same-origin"))).Should().Be(HttpStatusCode.Redirect);
        (await PostAsync()).Should().Be(HttpStatusCode.BadRequest);
        (await PostAsync(("Origin", "http://elsewhere.invalid"))).Should().Be(HttpStatusCode.BadRequest);
        (await PostAsync(("Origin", "null"))).Should().Be(HttpStatusCode.BadRequest);
        (await PostAsync(("Sec-Fetch-Site", "same-site"), ("Origin", app.Address.GetLeftPart(UriPartial.Authority)))).Should().Be(HttpStatusCode.BadRequest);
    }

    private async Task<HttpResponseMessage> AskAsync(Visitor visitor, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address, Lesson));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await visitor.Client.SendAsync(request);
    }

    // Every page that says of itself that it is public, by the examples of docs/authorization.md.
    private async Task<IReadOnlyList<string>> AddressesAsync(SchoolWithEverything school)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var routes = new HashSet<string>();
        foreach (var endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page && (await loader.LoadAsync(page, endpoint.Metadata)).ModelTypeInfo!.IsDefined(typeof(PublicPageAttribute), false))
                routes.Add("GET /" + endpoint.RoutePattern.RawText!.TrimStart('/'));
        }
        var rows = RouteTable.Read().Where(r => routes.Contains(r.Route) && r.Answers.All(a => a == "200")).ToList();
        rows.Select(r => r.Route).Distinct().Should().BeEquivalentTo(routes, "each public page is in the table");
        return [.. rows.Select(r => school.Things.Aggregate(r.Example, (text, thing) => text.Replace($"{{{thing.Key}}}", thing.Value)))];
    }
}
