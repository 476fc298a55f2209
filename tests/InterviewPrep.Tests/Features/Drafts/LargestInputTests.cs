using System.Net;
using System.Text.Json;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Drafts;

/// <summary>
/// The largest input that a page permits costs a bounded multiple of what an ordinary one costs in the same run: the largest answer has
/// 115 times the characters of an ordinary one and 1,250 times the sentences.
/// </summary>
[Collection(MeasuredGroup.Name)]
public sealed class LargestInputTests(App app) : IClassFixture<App>
{
    private static readonly string[] Stages = ["attitude", "action", "longterm", "closing"];

    // One sign and a full stop: as many sentences as a stage can hold, none of them twice.
    private static string Sentences(int stage, bool second) =>
        string.Concat(Enumerable.Range(0, DraftText.LongestStage / 2).Select(i => $"{(char)(0x4e00 + (i + stage * 137 + (second ? DraftText.LongestStage / 2 : 0)) % 20_900)}。"));

    private static string Usual(int stage, bool second) => string.Concat(Enumerable.Range(0, 8).Select(i => $"第{stage}步第{i}句{(second ? "改过" : "写下")}了要找的人和要查的事。"));

    [Theory]
    [InlineData("/practice/bus-stop?draft={0}")]
    [InlineData("/drafts/{0}")]
    [InlineData("/drafts/{0}/history")]
    [InlineData("/drafts/{0}/review")]
    [InlineData("/sheets/bus-stop?kind=mine&draft={0}")]
    [InlineData("/sheets/bus-stop/word?kind=mine&draft={0}")]
    [InlineData("/drafts/export")]
    public async Task Pages_of_the_longest_answer(string address)
    {
        using var usual = app.NewVisitor();
        using var largest = app.NewVisitor();
        var (first, second) = (await WriteAsync(usual, Usual), await WriteAsync(largest, Sentences));

        await CostComparison.CompareAsync(address, () => GetAsync(usual, address, first), () => GetAsync(largest, address, second));
    }

    [Fact]
    public async Task A_save_of_the_longest_answer_and_one_that_conflicts()
    {
        using var usual = app.NewVisitor();
        using var largest = app.NewVisitor();
        var (first, second) = (await WriteAsync(usual, Usual), await WriteAsync(largest, Sentences));
        var round = 0;
        async Task SaveAsync(Visitor visitor, string id, Func<int, bool, string> text)
        {
            var page = await visitor.GetAsync($"/practice/bus-stop?draft={id}");
            (await visitor.PutAsync($"/api/drafts/{id}", Body(page.Revision(), s => text(s, false)[..^2] + round++ + "。"), page)).Status.Should().Be(HttpStatusCode.OK);
            (await visitor.PutAsync($"/api/drafts/{id}", Body(1, s => text(s, true)[..^2] + round++ + "。"), page)).Status.Should().Be(HttpStatusCode.Conflict);
        }

        await CostComparison.CompareAsync("save", () => SaveAsync(usual, first, Usual), () => SaveAsync(largest, second, Sentences));
    }

    [Fact]
    public async Task A_search_of_the_longest_words()
    {
        using var visitor = app.NewVisitor();
        var round = 0;
        // Words that nobody has asked for yet, so that no kept page answers.
        string Words(int count) => "/questions?q=" + Uri.EscapeDataString(string.Join(' ', Enumerable.Range(round++ * 137, count).Select(i => (char)(0x4e00 + i))));

        await CostComparison.CompareAsync("search", () => visitor.GetAsync(Words(1)), () => visitor.GetAsync(Words(QuestionSearch.Longest / 2)));
    }

    [Fact]
    public async Task The_desk_with_the_longest_answer()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var desk = $"/classes/{room.ClassId}/assignments/{assignment}/marking/";
        var (first, second) = (await HandInAsync(room, assignment, room.AId, Usual), await HandInAsync(room, assignment, room.BId, Sentences));

        await CostComparison.CompareAsync("desk", () => GetAsync(room.Teacher, desk + first, ""), () => GetAsync(room.Teacher, desk + second, ""));
    }

    private async Task<Guid> HandInAsync(Classroom room, Guid assignment, Guid learner, Func<int, bool, string> text)
    {
        var attempt = await room.BeginAsync(assignment, learner);
        var draft = attempt.Drafts.Single().DraftId;
        await app.InDbAsync(async db =>
        {
            (await db.Drafts.SingleAsync(d => d.Id == draft)).Revise(new DraftText(Stages.Select((stage, i) => (stage, i)).ToDictionary(s => s.stage, s => text(s.i, false))), null, app.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        return (await room.HandInAsync(attempt.Id, learner)).Submissions.Single().Id;
    }

    private static async Task<string> WriteAsync(Visitor visitor, Func<int, bool, string> text)
    {
        var page = await visitor.GetAsync("/practice/bus-stop");
        var id = page.DraftId().Split('~')[^1];
        (await visitor.PutAsync($"/api/drafts/{page.DraftId()}", Body(0, s => text(s, false)), page)).Status.Should().Be(HttpStatusCode.OK);
        (await visitor.PutAsync($"/api/drafts/{id}", Body(1, s => text(s, true), begin: true), page)).Status.Should().Be(HttpStatusCode.OK);
        await visitor.SubmitAsync(await visitor.GetAsync($"/drafts/{id}/review"), "main form button");
        return id;
    }

    private static string Body(int baseRevision, Func<int, string> text, bool begin = false) =>
        JsonSerializer.Serialize(new { baseRevision, begin, sections = Stages.Select((stage, i) => (stage, Text: text(i))).ToDictionary(s => s.stage, s => s.Text[..Math.Min(s.Text.Length, DraftText.LongestStage)]) });

    private static async Task GetAsync(Visitor visitor, string address, string id)
    {
        using var response = await visitor.Client.GetAsync(new Uri(address.Replace("{0}", id, StringComparison.Ordinal), UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
