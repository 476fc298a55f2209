using System.Net;
using System.Text.Json;
using InterviewPrep.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Drafts;

public sealed class DraftApiTests(App app) : IClassFixture<App>
{
    private static string Body(int baseRevision, string text) =>
        JsonSerializer.Serialize(new { baseRevision, sections = new { attitude = text, action = "", longterm = "", closing = "" } });

    [Fact]
    public async Task The_first_save_makes_the_draft_and_a_retry_makes_no_second()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop");
        var path = $"/api/drafts/{page.DraftId()}";

        var first = await visitor.PutAsync(path, Body(0, "写了一句。"), page);
        var retried = await visitor.PutAsync(path, Body(0, "写了一句。"), page);

        first.Status.Should().Be(HttpStatusCode.OK);
        first.Json.GetProperty("revision").GetInt32().Should().Be(1);
        first.Json.GetProperty("savedAt").GetString().Should().EndWith("Z");
        retried.Json.GetProperty("revision").GetInt32().Should().Be(1);
        (await visitor.GetAsync("/drafts")).Page.QuerySelectorAll("main li").Should().HaveCount(1);
    }

    [Fact]
    public async Task A_stale_base_gets_409_with_the_stored_text_and_changes_nothing()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop");
        var path = $"/api/drafts/{page.DraftId()}";
        await visitor.PutAsync(path, Body(0, "甲"), page);
        await visitor.PutAsync(path, Body(1, "乙"), page);

        var stale = await visitor.PutAsync(path, Body(1, "丙"), page);

        stale.Status.Should().Be(HttpStatusCode.Conflict);
        stale.Json.GetProperty("revision").GetInt32().Should().Be(2);
        stale.Json.GetProperty("sections").GetProperty("attitude").GetString().Should().Be("乙");
        (await visitor.GetAsync("/practice/bus-stop")).TextOf("#s-attitude").Should().Be("乙");
    }

    [Fact]
    public async Task Somebody_elses_draft_is_404_at_every_address()
    {
        using var owner = app.NewVisitor();
        using var other = app.NewVisitor();
        var mine = await owner.WriteAsync(action: "finish");
        var id = (await owner.GetAsync("/drafts")).One("main li h2 a").GetAttribute("href")!.Split('/')[^1];
        mine.Status.Should().Be(HttpStatusCode.OK);
        var token = await other.GetAsync("/practice/bus-stop");

        foreach (var path in new[] { $"/drafts/{id}", $"/drafts/{id}/review", $"/practice/bus-stop?draft={id}", $"/sheets/bus-stop?kind=mine&draft={id}" })
            (await other.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound, path);
        (await other.PutAsync($"/api/drafts/{id}", Body(1, "改"), token)).Status.Should().Be(HttpStatusCode.NotFound);
        (await other.PutAsync($"/api/drafts/bus-stop~{id}", Body(0, "改"), token)).Status.Should().Be(HttpStatusCode.NotFound);
        (await owner.GetAsync($"/drafts/{id}")).Text.Should().Contain(People.Words);
    }

    [Fact]
    public async Task Too_much_text_gets_413()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop");
        var path = $"/api/drafts/{page.DraftId()}";

        (await visitor.PutAsync(path, Body(0, new string('字', 20_001)), page)).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await visitor.PutAsync(path, Body(0, new string('字', 400_000)), page)).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"baseRevision\":\"1\",\"sections\":{}}")]
    [InlineData("{\"baseRevision\":-1,\"sections\":{}}")]
    [InlineData("{\"baseRevision\":0,\"sections\":{\"attitude\":5}}")]
    [InlineData("{\"baseRevision\":0,\"sections\":{\"../x\":\"a\"}}")]
    [InlineData("{\"baseRevision\":0,\"sections\":{\"attitude\":\"\\u0000\"}}")]
    [InlineData("{\"baseRevision\":0,\"sections\":{\"attitude\":\"\\ud800\"}}")]
    public async Task A_body_of_the_wrong_shape_gets_400_and_a_reason_in_Chinese(string json)
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop");

        var answer = await visitor.PutAsync($"/api/drafts/{page.DraftId()}", json, page);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Json.GetProperty("title").GetString().Should().MatchRegex("[\u4e00-\u9fff]");
    }

    [Fact]
    public async Task Without_the_pages_token_nothing_is_saved()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop");

        (await visitor.PutAsync($"/api/drafts/{page.DraftId()}", Body(0, "写"), null)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Writing_that_resumes_after_a_break_begins_a_new_version()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/open-lawn");
        var path = $"/api/drafts/{page.DraftId()}";
        string Text(int revision, string stance) => JsonSerializer.Serialize(new { baseRevision = revision, sections = new { stance } });

        await visitor.PutAsync(path, Text(0, "一"), page);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await visitor.PutAsync(path, Text(1, "一二"), page);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await visitor.PutAsync(path, Text(2, "一二三"), page);

        var id = Guid.Parse(page.DraftId().Split('~')[^1]);
        var versions = await app.InDbAsync(db => db.DraftVersions.Where(v => v.DraftId == id).OrderBy(v => v.Id).Select(v => v.Text).ToListAsync());
        versions.Select(v => v.Of("stance")).Should().Equal("一二", "一二三");
    }
}
