using System.Net;
using System.Text.Json;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Assignments;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Assignments;

public sealed class DeadlineRaceTests(App app) : IClassFixture<App>
{
    private const int Saves = 200;

    [Fact]
    public async Task Of_two_hundred_saves_across_the_end_of_the_time_none_that_came_after_it_counts()
    {
        using var room = await Classroom.NewAsync(app);
        var id = await room.AssignAsync(plan => plan with { Pace = Pace.Timed, Minutes = 20 });
        var pages = new List<(Visitor Who, Answer Page)>();
        foreach (var learner in new[] { room.A, room.B }) pages.Add((learner, await learner.SubmitAsync(await learner.GetAsync($"/assignments/{id}"), "main form")));
        var (begun, over) = (0, false);

        await Task.WhenAll(pages.SelectMany(p => Enumerable.Range(0, 10).Select(async writer =>
        {
            for (var i = 0; i < Saves / 20; i++)
            {
                if (Interlocked.Increment(ref begun) == Saves / 2)
                {
                    app.Clock.Advance(TimeSpan.FromMinutes(20) + Attempt.Grace + TimeSpan.FromSeconds(1));
                    Volatile.Write(ref over, true);
                }
                await SaveAsync(p.Who, p.Page, () => $"{(Volatile.Read(ref over) ? "晚了" : "及时")}，第{writer}处第{i}句。");
            }
        })));
        foreach (var (who, _) in pages) await who.GetAsync($"/assignments/{id}");

        var handedIn = await app.InDbAsync(db => db.Submissions.Where(s => s.AssignmentId == id).ToListAsync());
        handedIn.Should().HaveCount(2).And.AllSatisfy(s => s.Text.Of("attitude").Should().StartWith("及时"));
        var drafts = await app.InDbAsync(db => db.Drafts.Where(d => d.OwnerId == room.AId || d.OwnerId == room.BId).ToListAsync());
        drafts.Should().AllSatisfy(d => d.Text.Of("attitude").Should().StartWith("晚了", "what came later is kept"));
    }

    // As the page does: what was refused because somebody was faster is sent again on what stands there now, and what it says then.
    private static async Task SaveAsync(Visitor who, Answer page, Func<string> text)
    {
        for (var revision = 0; ;)
        {
            var json = JsonSerializer.Serialize(new { baseRevision = revision, sections = new { attitude = text() } });
            var answer = await who.PutAsync($"/api/drafts/{page.DraftId()}", json, page);
            if (answer.Status == HttpStatusCode.OK) return;
            answer.Status.Should().Be(HttpStatusCode.Conflict);
            revision = JsonDocument.Parse(answer.Text).RootElement.GetProperty("revision").GetInt32();
        }
    }
}
