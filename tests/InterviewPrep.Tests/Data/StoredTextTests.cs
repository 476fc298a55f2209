using System.Text;
using System.Text.Json;
using InterviewPrep.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Data;

/// <summary>What people write stands in the store as itself; what was stored in another form of JSON is read all the same.</summary>
public sealed class StoredTextTests(App app) : IClassFixture<App>
{
    private const string Words = "群众反映的事，先核实再答复。";

    private Task<string> StoredAsync(Guid draft) =>
        app.InDbAsync(db => db.Database.SqlQuery<string>($"SELECT \"Text\" AS \"Value\" FROM \"Drafts\" WHERE \"Id\" = {draft}").SingleAsync());

    [Fact]
    public async Task Chinese_takes_three_bytes_a_character_and_both_forms_are_read()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop");
        var path = $"/api/drafts/{page.DraftId()}";
        await visitor.PutAsync(path, JsonSerializer.Serialize(new { baseRevision = 0, sections = new { attitude = Words } }), page);
        var id = Guid.Parse(page.DraftId().Split('~')[^1]);

        var stored = await StoredAsync(id);
        stored.Should().Contain(Words);
        Encoding.UTF8.GetByteCount(stored).Should().BeLessThan(Encoding.UTF8.GetByteCount(Words) + 30);

        var escaped = JsonSerializer.Serialize(new Dictionary<string, string> { ["attitude"] = Words });
        escaped.Should().Contain("\\u");
        await app.InDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE \"Drafts\" SET \"Text\" = {escaped} WHERE \"Id\" = {id}"));
        (await visitor.GetAsync(path)).Json.GetProperty("sections").GetProperty("attitude").GetString().Should().Be(Words);
    }
}
