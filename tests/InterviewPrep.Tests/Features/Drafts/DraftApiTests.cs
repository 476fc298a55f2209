using System.Net;
using System.Text.Json;
using InterviewPrep.Tests.Support;

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
    public async Task Equal_texts_make_no_conflict()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop");
        var path = $"/api/drafts/{page.DraftId()}";
        await visitor.PutAsync(path, Body(0, "甲"), page);
        await visitor.PutAsync(path, Body(1, "甲乙"), page);

        var same = await visitor.PutAsync(path, Body(1, "甲乙"), page);

        same.Status.Should().Be(HttpStatusCode.OK);
        same.Json.GetProperty("revision").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task A_save_meant_for_another_person_is_refused()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/drafts/{page.DraftId()}") { Content = new StringContent(Body(0, "写"), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("RequestVerificationToken", page.One("input[name=__RequestVerificationToken]").GetAttribute("value"));
        request.Headers.Add("X-Owner", "0000000000000000");

        var answer = await visitor.SendAsync(request);

        answer.Status.Should().Be(HttpStatusCode.Unauthorized);
        answer.Json.GetProperty("code").GetString().Should().Be("owner");
        (await visitor.GetAsync("/api/drafts")).Json.GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task An_open_page_gets_a_new_token_and_learns_whose_it_is()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop");

        var session = await visitor.GetAsync("/api/session");

        session.Json.GetProperty("owner").GetString().Should().Be(page.One("body").GetAttribute("data-owner")).And.HaveLength(16);
        session.Json.GetProperty("token").GetString().Should().NotBeNullOrEmpty();
        session.Json.GetProperty("signedIn").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task Ones_own_drafts_can_be_listed_and_read_and_nobody_elses()
    {
        using var visitor = app.NewVisitor();
        using var other = app.NewVisitor();
        await visitor.WriteAsync();
        var row = (await visitor.GetAsync("/api/drafts")).Json[0];
        var id = row.GetProperty("id").GetString();

        row.GetProperty("slug").GetString().Should().Be("bus-stop");
        (await visitor.GetAsync($"/api/drafts/{id}")).Json.GetProperty("sections").GetProperty("attitude").GetString().Should().Be(People.Words);
        (await other.GetAsync($"/api/drafts/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
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
    public async Task An_unknown_revision_of_the_question_is_no_reason_to_lose_a_text()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop");
        var body = JsonSerializer.Serialize(new { baseRevision = 0, question = 999, sections = new { attitude = "离线时写的。" } });

        (await visitor.PutAsync($"/api/drafts/{page.DraftId()}", body, page)).Status.Should().Be(HttpStatusCode.OK);
        (await visitor.GetAsync("/practice/bus-stop")).Text.Should().Contain("离线时写的。");
    }
}
