using System.Net;
using System.Text.Json;
using InterviewPrep.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Drafts;

/// <summary>What becomes a version of its own: a text that lost a conflict, a new start, and writing after a break.</summary>
public sealed class DraftVersionTests(App app) : IClassFixture<App>
{
    private static string Body(int baseRevision, string text) =>
        JsonSerializer.Serialize(new { baseRevision, sections = new { attitude = text, action = "", longterm = "", closing = "" } });

    [Fact]
    public async Task The_losing_text_of_a_conflict_stays_in_the_history_and_the_winning_one_cannot_be_overwritten()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop");
        var path = $"/api/drafts/{page.DraftId()}";
        await visitor.PutAsync(path, Body(0, "甲"), page);
        await visitor.PutAsync(path, Body(1, "乙"), page);

        await visitor.PutAsync(path, Body(1, "丙"), page);
        await visitor.PutAsync(path, Body(1, "丙"), page);
        (await visitor.PutAsync(path, Body(2, "丙和乙"), page)).Status.Should().Be(HttpStatusCode.OK);

        var id = Guid.Parse(page.DraftId().Split('~')[^1]);
        var versions = await app.InDbAsync(db => db.DraftVersions.Where(v => v.DraftId == id).OrderBy(v => v.Id).ToListAsync());
        versions.Select(v => (v.Text.Of("attitude"), v.IsAside)).Should().Equal(("乙", false), ("丙", true), ("丙和乙", false));
    }

    [Fact]
    public async Task A_losing_text_takes_the_place_of_an_earlier_one_only_where_nothing_of_it_is_lost()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop");
        var path = $"/api/drafts/{page.DraftId()}";
        await visitor.PutAsync(path, Body(0, "先到的。"), page);

        foreach (var text in new[] { "甲。", "乙。", "甲。丁。", "乙。丙", "乙。丙。", "甲。" })
            (await visitor.PutAsync(path, Body(0, text), page)).Status.Should().Be(HttpStatusCode.Conflict);

        var id = Guid.Parse(page.DraftId().Split('~')[^1]);
        var asides = await app.InDbAsync(db => db.DraftVersions.Where(v => v.DraftId == id && v.IsAside).OrderBy(v => v.Id).ToListAsync());
        asides.Select(v => v.Text.Of("attitude")).Should().Equal("甲。丁。", "乙。丙。");
    }

    [Fact]
    public async Task Practice_that_starts_anew_begins_a_new_version()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/open-lawn");
        var path = $"/api/drafts/{page.DraftId()}";
        string Text(int revision, string stance, bool begin) => JsonSerializer.Serialize(new { baseRevision = revision, begin, sections = new { stance } });

        await visitor.PutAsync(path, Text(0, "第一遍。", false), page);
        await visitor.PutAsync(path, Text(1, "第二遍。", true), page);
        await visitor.PutAsync(path, Text(2, "第二遍，接着写。", false), page);

        var id = Guid.Parse(page.DraftId().Split('~')[^1]);
        var versions = await app.InDbAsync(db => db.DraftVersions.Where(v => v.DraftId == id).OrderBy(v => v.Id).Select(v => v.Text).ToListAsync());
        versions.Select(v => v.Of("stance")).Should().Equal("第一遍。", "第二遍，接着写。");
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
