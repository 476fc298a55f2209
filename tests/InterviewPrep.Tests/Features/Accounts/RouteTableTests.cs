using System.Net;
using System.Text;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace InterviewPrep.Tests.Features.Accounts;

/// <summary>Who may do what, route by route, as docs/authorization.md says it. A new route needs a line there.</summary>
public sealed class RouteTableTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private const string SignIn = "/account/sign-in?returnUrl=";

    /// <summary>Files of wwwroot that were not there at build time.</summary>
    private const string StaticFallback = "/{**path:file}";

    private SchoolWithEverything school = null!;
    private readonly Dictionary<string, (Visitor Visitor, string Token)> people = [];

    [Fact]
    public async Task Every_route_has_a_line()
    {
        var routes = await RoutesAsync();

        var known = RouteTable.Read().Select(r => r.Route).ToHashSet();

        string.Join('\n', routes.Except(known).Order()).Should().BeEmpty("each route stands in docs/authorization.md with what it answers to whom");
        string.Join('\n', known.Except(routes)).Should().BeEmpty("these routes are gone");
    }

    [Fact]
    public async Task Each_answers_to_each_what_the_table_says()
    {
        await PrepareAsync();
        var rows = RouteTable.Read();
        var wrong = new List<string>();
        foreach (var row in rows)
        {
            var answers = new List<string>();
            // Whoever changes something comes last, so that the others meet the thing as it was.
            var byActor = new Dictionary<string, string>();
            foreach (var actor in RouteTable.Actors.OrderBy(a => row.Answers[Array.IndexOf(RouteTable.Actors, a)] == "302")) byActor[actor] = await AskAsync(actor, row);
            answers.AddRange(RouteTable.Actors.Select(a => byActor[a]));
            if (!answers.SequenceEqual(row.Answers)) wrong.Add($"says  {RouteTable.Write(row)}\nfound {RouteTable.Write(row with { Answers = answers })}");
        }

        output.WriteLine($"{rows.Count} rows, {rows.Count * RouteTable.Actors.Length} requests");
        string.Join('\n', wrong).Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_changes_without_the_pages_token()
    {
        await PrepareAsync();
        var taken = new List<string>();
        foreach (var row in RouteTable.Read().Where(r => !r.Route.StartsWith("GET ", StringComparison.Ordinal) && r.Route != "POST /error"))
        {
            people["administrator"] = (people.TryGetValue("administrator", out var known) ? known.Visitor : (await EnterAsync("administrator")).Visitor, "");
            if (await AskAsync("administrator", row) != "400") taken.Add(row.Route);
        }

        string.Join('\n', taken).Should().BeEmpty();
    }

    private async Task PrepareAsync() => school = await SchoolWithEverything.NewAsync(app);

    private async Task<string> AskAsync(string actor, RouteTable.Row row)
    {
        var (visitor, token) = people.TryGetValue(actor, out var known) ? known : people[actor] = await EnterAsync(actor);
        var parts = Fill(row.Example, actor).Split(' ', 2);
        var body = parts.ElementAtOrDefault(1) ?? "";
        using var request = new HttpRequestMessage(new HttpMethod(row.Route.Split(' ')[0]), new Uri(app.Address, parts[0]));
        if (token.Length > 0) request.Headers.Add("RequestVerificationToken", token);
        if (request.Method != HttpMethod.Get) request.Content = Content(body);
        var answer = await visitor.SendAsync(request);
        // What was done may have ended the session, or begun to look as somebody: the next row begins anew.
        if (request.Method != HttpMethod.Get && answer.Status == HttpStatusCode.Redirect && people.Remove(actor)) visitor.Dispose();
        return answer.Status == HttpStatusCode.Redirect && answer.Response.Headers.Location!.ToString().StartsWith(SignIn, StringComparison.Ordinal) ? "in" : $"{(int)answer.Status}";
    }

    private static HttpContent Content(string body) =>
        body.StartsWith('{') ? new StringContent(body, Encoding.UTF8, "application/json")
        : body.StartsWith("multipart:", StringComparison.Ordinal) ? new MultipartFormDataContent { { new StringContent("no photo"), body["multipart:".Length..], "a.jpg" } }
        : new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");

    private async Task<(Visitor Visitor, string Token)> EnterAsync(string actor)
    {
        var visitor = new Visitor(app.Address, followsRedirects: false);
        var page = await visitor.GetAsync("/account/sign-in");
        if (actor != "visitor")
        {
            await visitor.SubmitAsync(page, "main form", ("name", school.Names[actor]), ("password", People.Password));
            page = await visitor.GetAsync("/account/sign-in");
        }
        return (visitor, page.One("main input[name=__RequestVerificationToken]").GetAttribute("value")!);
    }

    private string Fill(string example, string actor) =>
        school.Things.Aggregate(example.Replace("{new draft}", DraftKey.New(People.Question).ToString()).Replace("{actor}", Uri.EscapeDataString(actor)), (text, thing) => text.Replace($"{{{thing.Key}}}", thing.Value));

    private async Task<HashSet<string>> RoutesAsync()
    {
        var routes = new HashSet<string>();
        var loader = app.Services.GetRequiredService<PageLoader>();
        foreach (var endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
        {
            var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || pattern == StaticFallback) continue;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            {
                foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]) routes.Add($"{method} {pattern}");
                continue;
            }
            routes.Add($"GET {pattern}");
            foreach (var handler in (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods)
                routes.Add($"{handler.HttpMethod.ToUpperInvariant()} {pattern}{(handler.Name is null ? "" : $"?handler={handler.Name}")}");
        }
        return routes;
    }
}
