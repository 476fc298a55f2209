using System.Text.RegularExpressions;
using InterviewPrep.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Docs;

/// <summary>The keys in the teachers' manual are those that the marking page names, row by row.</summary>
public sealed partial class ManualKeysTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_table_of_keys_is_that_of_the_marking_page()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.AnswerAsync(assignment, room.AId);
        var list = await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/marking");
        var submission = await app.InDbAsync(db => db.Submissions.Where(s => s.AssignmentId == assignment).Select(s => s.Id).SingleAsync());
        list.Status.Should().Be(System.Net.HttpStatusCode.OK);

        var desk = await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/marking/{submission}");

        var onPage = desk.Page.QuerySelectorAll("dt").Where(d => d.QuerySelector("kbd") is not null).Select(d => string.Join(' ', d.QuerySelectorAll("kbd").Select(k => k.TextContent)));
        InManual().Should().NotBeEmpty().And.Equal(onPage);
        desk.Page.QuerySelectorAll("kbd").Select(k => k.TextContent).Should().Contain(["Shift", "Delete"]);
    }

    private static List<string> InManual() =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "docs", "guide", "teaching.md")).SkipWhile(l => !l.StartsWith("| 键 |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|'))
            .Select(l => string.Join(' ', Key().Matches(l.Split('|')[1]).Select(m => m.Groups[1].Value)))];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Key();
}
