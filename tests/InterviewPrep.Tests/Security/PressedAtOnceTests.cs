using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using InterviewPrep.Tests.Support;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace InterviewPrep.Tests.Security;

/// <summary>Every form that the pages of the route table show, sent eight times at the same moment as it was rendered.</summary>
public sealed class PressedAtOnceTests(PressedAtOnceTests.Site app, ITestOutputHelper output) : IClassFixture<PressedAtOnceTests.Site>
{
    private const int Presses = 8;

    public sealed class Site : App
    {
        // This test asks as fast as it can.
        protected override void Change(IServiceCollection services) => services.Configure<RateLimiterOptions>(o => o.GlobalLimiter = null);
    }

    [Fact]
    public async Task A_form_sent_eight_times_at_once_never_fails()
    {
        var (failures, seen) = (new List<string>(), new HashSet<string>());
        foreach (var actor in new[] { "learner A", "assistant", "teacher of the class", "administrator" })
        {
            // Each gets a school of their own: what one does away with is there for the next.
            var school = await SchoolWithEverything.NewAsync(app);
            var column = Array.IndexOf(RouteTable.Actors, actor);
            using var visitor = app.NewVisitor();
            await visitor.SignInAsync(school.Names[actor]);
            foreach (var path in RouteTable.Read().Where(r => r.Route.StartsWith("GET ", StringComparison.Ordinal) && r.Answers[column] == "200").Select(r => school.Things.Aggregate(r.Example, (text, thing) => text.Replace($"{{{thing.Key}}}", thing.Value))))
            {
                var page = await visitor.GetAsync(path);
                if (page.Response.Content.Headers.ContentType?.MediaType != "text/html") continue;
                foreach (var form in page.Page.Forms.Where(f => f.Method == "post" && !EndsTheSession(f, path) && seen.Add($"{actor} {Shape(path)} {Shape(f.GetAttribute("action") ?? "")}")))
                {
                    form.SetAttribute("data-pressed", "");
                    var typed = form.Elements.OfType<IHtmlElement>().Where(e => e is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" }).Select(e => e.GetAttribute("name")).OfType<string>().Distinct().Select(n => (n, "写得实在，说了时间。")).ToArray();
                    var answers = await Task.WhenAll(Enumerable.Range(0, Presses).Select(_ => visitor.SubmitAsync(page, "form[data-pressed]", typed)));
                    form.RemoveAttribute("data-pressed");
                    failures.AddRange(answers.Where(a => (int)a.Status >= 500).Select(a => $"{actor} {Shape(path)} {Shape(form.GetAttribute("action") ?? "")}: {(int)a.Status}"));
                }
            }
        }

        output.WriteLine($"{seen.Count} forms, {seen.Count * Presses} presses");
        string.Join('\n', failures.Distinct()).Should().BeEmpty();
        seen.Should().HaveCountGreaterThan(100);
    }

    // After these the person is not there any more; they have tests of their own.
    private static bool EndsTheSession(IHtmlFormElement form, string path) => Regex.IsMatch(path + form.GetAttribute("action"), "sign-out|account/(delete|sessions|password)|look-as");

    private static string Shape(string path) => Regex.Replace(path, "[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+", "*");
}
