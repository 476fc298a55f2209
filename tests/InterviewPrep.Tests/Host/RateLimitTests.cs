using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Host.Security;

namespace InterviewPrep.Tests.Host;

/// <summary>Whoever writes without end, or fetches everything again and again, is asked to wait, and told for how long.</summary>
public sealed class RateLimitTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task More_changes_than_any_person_makes_are_refused_with_the_time_to_wait()
    {
        using var person = await app.NewPersonAsync("写个不停");
        var answers = await Task.WhenAll(Enumerable.Range(0, RateLimiting.AccountBurst + 400).Select(_ => person.PutAsync($"/api/drafts/{Guid.Empty}", "{}", null)));

        var refused = answers.Where(a => a.Status == HttpStatusCode.TooManyRequests).ToList();
        refused.Should().NotBeEmpty().And.HaveCountLessThan(500, "the others are taken");
        refused[0].Response.Headers.RetryAfter!.Delta.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        refused[0].Json.GetProperty("title").GetString().Should().Contain("您写的内容还在页面上");
        (await person.GetAsync("/")).Status.Should().Be(HttpStatusCode.OK, "reading goes on");
        using var other = await app.NewPersonAsync("旁边的人");
        (await other.WriteAsync()).Status.Should().Be(HttpStatusCode.OK, "nobody waits for somebody else");
    }

    [Fact]
    public async Task An_export_can_be_fetched_ten_times_and_then_has_to_wait()
    {
        using var person = await app.NewPersonAsync("一直导出");
        var page = await person.GetAsync("/account/export");
        async Task<HttpResponseMessage> ExportAsync()
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!)]);
            return await person.Client.PostAsync(page.Address, form);
        }

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i <= RateLimiting.ExpensiveReadTries; i++) answers.Add(await ExportAsync());

        answers[^1].StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        answers[^1].Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero).And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(10));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).Should().BeGreaterThanOrEqualTo(RateLimiting.ExpensiveReadTries - 1, "looking at the page counts too");
    }
}
