using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Drafts;

/// <summary>Text of a stage that the frame does not have: refused by name where it is new, shown everywhere where it is kept.</summary>
public sealed class LostStageTests(App app) : IClassFixture<App>
{
    private const string Old = "以前写在别的步骤里的话，够二十个字了，够二十个字了。";

    [Fact]
    public async Task A_stage_that_the_frame_does_not_have_is_refused_by_name_and_nothing_is_changed()
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync();
        var page = await visitor.GetAsync("/practice/bus-stop");
        var id = page.DraftId();

        var answer = await visitor.PutAsync($"/api/drafts/{id}", $$$"""{"baseRevision":{{{page.Revision()}}},"sections":{"attitude":"改了","nonsense":"会丢的话"}}""", page);
        var form = await visitor.SubmitAsync(page, "form.practice button[value=save]", ("sections.nonsense", "会丢的话"));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Json.GetProperty("title").GetString().Should().Contain("「nonsense」");
        form.Status.Should().Be(HttpStatusCode.BadRequest);
        form.TextOf("[role=alert]").Should().Contain("「nonsense」");
        form.TextOf("textarea[name='sections.nonsense']").Should().Be("会丢的话", "what was typed stands on the page");
        (await visitor.GetAsync($"/drafts/{id}")).TextOf("article").Should().Contain(People.Words).And.NotContain("会丢的话");
    }

    [Theory]
    [InlineData("/drafts/{0}")]
    [InlineData("/drafts/{0}/history")]
    [InlineData("/drafts/{0}/review")]
    [InlineData("/practice/bus-stop?draft={0}")]
    [InlineData("/sheets/bus-stop?kind=mine&draft={0}")]
    public async Task Text_of_a_stage_that_the_frame_has_lost_stands_on_every_page(string address)
    {
        using var visitor = app.NewVisitor();
        var id = await LoseAsync(visitor);

        var page = await visitor.GetAsync(address.Replace("{0}", id, StringComparison.Ordinal));

        page.Page.Body!.TextContent.Should().Contain(Old).And.Contain(Stage.LostName);
    }

    [Fact]
    public async Task It_can_be_moved_behind_the_text_of_another_stage()
    {
        using var visitor = app.NewVisitor();
        var id = await LoseAsync(visitor);

        var moved = await visitor.SubmitAsync(await visitor.GetAsync($"/practice/bus-stop?draft={id}"), "button[name=move][value$='attitude']");

        moved.TextOf("textarea[name='sections.attitude']").Should().EndWith(Old);
        moved.Text.Should().NotContain(Stage.LostName);
    }

    [Fact]
    public async Task The_teacher_reads_it_too()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var attempt = await room.BeginAsync(assignment, room.AId);
        await room.WriteAsync(attempt, People.Words);
        await LoseAsync(attempt.Drafts.Single().DraftId);
        (await room.A.GetAsync($"/assignments/{assignment}/hand-in")).Text.Should().Contain(Old);
        await room.A.SubmitAsync(await room.A.GetAsync($"/assignments/{assignment}/hand-in"), "main form[method=post]");

        var submission = await app.InDbAsync(db => db.Submissions.Where(s => s.AttemptId == attempt.Id).Select(s => s.Id).SingleAsync());

        (await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/marking/{submission}")).TextOf("main").Should().Contain(Old).And.Contain(Stage.LostName);
    }

    private async Task<string> LoseAsync(Visitor visitor)
    {
        await visitor.WriteAsync(action: "finish");
        var id = (await visitor.GetAsync("/questions/bus-stop")).One("main li a[href^='/drafts/']").GetAttribute("href")![8..];
        await LoseAsync(Guid.Parse(id));
        return id;
    }

    // What a save of a time with other stages left.
    private Task<int> LoseAsync(Guid id) => app.InDbAsync(async db =>
    {
        var draft = await db.Drafts.SingleAsync(d => d.Id == id);
        draft.Revise(new DraftText(new Dictionary<string, string>(draft.Text) { ["before"] = Old }), null, app.Clock.GetUtcNow());
        return await db.SaveChangesAsync();
    });
}
