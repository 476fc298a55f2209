using System.Net;
using System.Text.Json;
using InterviewPrep.Tests.Host;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Assignments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InterviewPrep.Tests.Features.Assignments;

/// <summary>What is handed in is what the server last acknowledged, whatever an old tab has sent since.</summary>
public sealed class HandedInTextTests(HandedInTextTests.Site site) : IClassFixture<HandedInTextTests.Site>
{
    private const string Whole = "我先在公告下面公开回应，感谢大家提醒，三个工作日内说清改还是不改。", Half = "【旧标签页】只写了一半，";

    public sealed class Site : App
    {
        public LogTests.Lines Log { get; } = new();

        protected override void Change(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(Log);
    }

    [Fact]
    public async Task A_learner_with_an_old_tab_hands_in_what_the_page_shows()
    {
        using var room = await Classroom.NewAsync(site);
        var id = await room.AssignAsync();
        await SaveInTwoTabsAsync(room.A, await BeginAsync(room.A, id));

        var look = await room.A.GetAsync($"/assignments/{id}/hand-in");
        look.TextOf("main").Should().Contain(Whole).And.NotContain(Half);
        var receipt = await room.A.SubmitAsync(look, "main form");

        receipt.Address.AbsolutePath.Should().Contain("/receipts/");
        (await TextAsync(id)).Should().Be(Whole);
    }

    [Fact]
    public async Task When_the_time_is_up_an_old_tabs_text_is_not_taken()
    {
        using var room = await Classroom.NewAsync(site);
        var id = await room.AssignAsync(plan => plan with { Pace = Pace.Timed, Minutes = 20 });
        await SaveInTwoTabsAsync(room.A, await BeginAsync(room.A, id));

        site.Clock.Advance(TimeSpan.FromMinutes(20) + Attempt.Grace + TimeSpan.FromSeconds(1));
        await room.A.GetAsync($"/assignments/{id}");

        (await TextAsync(id)).Should().Be(Whole);
    }

    [Fact]
    public async Task A_submission_that_holds_a_text_kept_aside_is_named_at_the_start()
    {
        using var room = await Classroom.NewAsync(site);
        var (wrong, right) = (await room.AssignAsync(), await room.AssignAsync());
        foreach (var id in new[] { wrong, right })
        {
            await SaveInTwoTabsAsync(room.A, await BeginAsync(room.A, id));
            await room.A.SubmitAsync(await room.A.GetAsync($"/assignments/{id}/hand-in"), "main form");
        }
        // As an older build stored it: the other tab's words, named as what was handed in.
        var stored = await site.InDbAsync(async db =>
        {
            var submission = await db.Submissions.SingleAsync(s => s.AssignmentId == wrong);
            var aside = await db.DraftVersions.SingleAsync(v => v.DraftId == submission.DraftId && v.IsAside);
            db.Entry(submission).Property(s => s.Text).CurrentValue = aside.Text;
            await db.SaveChangesAsync();
            return submission.Id;
        });

        await site.StopAsync();
        await site.StartAgainAsync();

        var lines = site.Log.Warnings.Where(l => l.Contains("kept aside", StringComparison.Ordinal)).ToList();
        lines.Should().ContainSingle().Which.Should().Contain($"{stored}").And.Contain($"{wrong}").And.NotContain(Half);
    }

    private static async Task<Answer> BeginAsync(Visitor learner, Guid assignment) =>
        await learner.SubmitAsync(await learner.GetAsync($"/assignments/{assignment}"), "main form");

    // Both tabs were opened on the same page; the second one never saw what the first one saved.
    private static async Task SaveInTwoTabsAsync(Visitor learner, Answer page)
    {
        (await PutAsync(learner, page, Whole)).Status.Should().Be(HttpStatusCode.OK);
        (await PutAsync(learner, page, Half)).Status.Should().Be(HttpStatusCode.Conflict);
    }

    private static Task<Answer> PutAsync(Visitor learner, Answer page, string text) =>
        learner.PutAsync($"/api/drafts/{page.DraftId()}", JsonSerializer.Serialize(new { baseRevision = 0, sections = new { attitude = text } }), page);

    private Task<string> TextAsync(Guid assignment) =>
        site.InDbAsync(async db => (await db.Submissions.SingleAsync(s => s.AssignmentId == assignment)).Text.Of("attitude"));
}
