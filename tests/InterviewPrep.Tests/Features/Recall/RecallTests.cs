using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Recall;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Recall;

/// <summary>A point that was missed comes back in another question, and goes away when it sits.</summary>
public sealed class RecallTests(RecallTests.Bank app) : IClassFixture<RecallTests.Bank>
{
    private const string Slug = "bus-stop-cut-notice", Answer = "我先把大家的意见接下来，查清楚以后马上改，改完再告诉大家一声。";

    /// <summary>The site with the shipped questions: a point needs a second question to come back in.</summary>
    public sealed class Bank : App
    {
        protected override string ContentFolder => Repository.ShippedContent;
    }

    [Fact]
    public async Task A_missed_point_is_asked_the_next_day_in_another_question_and_a_good_grade_sends_it_further_away()
    {
        using var visitor = app.NewVisitor();
        var missed = await MissAllButAsync(visitor, 2);
        (await visitor.GetAsync("/recall")).TextOf(".lead").Should().Be("今天没有要复习的，明天再来。");

        app.Clock.Advance(TimeSpan.FromDays(1));
        (await visitor.GetAsync("/")).TextOf("a[href='/recall'].btn").Should().Be("开始复习");
        var asked = await visitor.GetAsync("/recall");
        asked.TextOf("h1 + .num").Should().Be($"1 / {missed}");
        asked.Text.Should().NotContain("示例这样说");
        asked.TextOf(".prompt").Should().NotBe((await visitor.GetAsync($"/practice/{Slug}")).TextOf(".prompt"), "it is another question");

        var shown = await visitor.SubmitAsync(asked, "form[action*=Reveal]", ("words", "三天之内我给您回电话。"));
        shown.TextOf("form[action*=Grade] .card p").Should().Be("三天之内我给您回电话。");
        shown.One("form[action*=Grade] mark").TextContent.Length.Should().BeGreaterThan(3);
        shown.Page.QuerySelectorAll(".recall-grades button").Should().HaveCount(4).And.NotContain(b => b.HasAttribute("autofocus"));

        var next = await visitor.SubmitAsync(shown, ".recall-grades button[value='3']");
        next.TextOf("h1 + .num").Should().Be($"2 / {missed}");
        next.TextOf(".recall-undo span").Should().Contain("说得出").And.EndWith("再来");
    }

    [Fact]
    public async Task The_last_grade_can_be_taken_back_and_a_form_sent_twice_counts_once()
    {
        using var visitor = app.NewVisitor();
        var missed = await MissAllButAsync(visitor, 3);
        app.Clock.Advance(TimeSpan.FromDays(1));
        var shown = await visitor.SubmitAsync(await visitor.GetAsync("/recall"), "form[action*=Reveal]");

        await visitor.SubmitAsync(shown, ".recall-grades button[value='1']");
        var twice = await visitor.SubmitAsync(shown, ".recall-grades button[value='4']");
        twice.TextOf("h1 + .num").Should().Be($"2 / {missed}");
        twice.TextOf(".recall-undo span").Should().Contain("忘了，明天再来", "the second tap changes nothing");

        var undone = await visitor.SubmitAsync(twice, ".recall-undo");
        undone.TextOf("h1 + .num").Should().Be($"1 / {missed}");
        undone.Page.QuerySelector(".recall-undo").Should().BeNull();
    }

    [Fact]
    public async Task All_graded_the_day_is_done_and_says_when_each_point_comes_back()
    {
        using var visitor = app.NewVisitor();
        var missed = await MissAllButAsync(visitor, 5);
        app.Clock.Advance(TimeSpan.FromDays(1));

        var page = await visitor.GetAsync("/recall");
        for (var i = 0; i < missed; i++)
            page = await visitor.SubmitAsync(await visitor.SubmitAsync(page, "form[action*=Reveal]"), $".recall-grades button[value='{1 + (i % 4)}']");

        page.TextOf(".lead").Should().StartWith("今天的都过了。");
        page.Page.QuerySelectorAll(".plainlist li").Should().HaveCount(missed);
        (await visitor.GetAsync("/")).Page.QuerySelector("a[href='/recall'].btn").Should().BeNull();
    }

    [Fact]
    public async Task A_day_offers_twenty_and_the_rest_only_to_who_asks_for_more()
    {
        using var visitor = app.NewVisitor();
        await MissAllButAsync(visitor, 2);
        await app.InDbAsync(async db =>
        {
            var owner = await db.Drafts.OrderByDescending(d => d.Id).Select(d => d.OwnerId).FirstAsync();
            var frame = app.Services.GetRequiredService<ContentStore>().Library.FindFramework("attitude-action-longterm")!;
            foreach (var (type, point) in from t in new[] { "complaint", "conflict" } from p in frame.Points select (t, p.Id))
            {
                var item = db.Add(new RecallItem(owner, frame.Slug, point, type)).Entity;
                item.Miss(Slug, DateOnly.FromDateTime(app.Clock.GetUtcNow().AddHours(8).DateTime), null);
            }
            return await db.SaveChangesAsync();
        });
        app.Clock.Advance(TimeSpan.FromDays(1));

        var page = await visitor.GetAsync("/recall");
        page.TextOf("h1 + .num").Should().Be($"1 / {DailyRecall.DailyCap}");
        for (var i = 0; i < DailyRecall.DailyCap; i++)
            page = await visitor.SubmitAsync(await visitor.SubmitAsync(page, "form[action*=Reveal]"), ".recall-grades button[value='4']");

        page.TextOf(".lead").Should().Be($"今天的份量做完了。说得出 {DailyRecall.DailyCap} 个，共 {DailyRecall.DailyCap} 个。");
        page.One("a[href='/recall?more=true']").TextContent.Should().MatchRegex("再来一点：还有 [0-9]+ 个");
        var more = await visitor.GetAsync("/recall?more=true");
        more.TextOf("h1 + .num").Should().StartWith($"{DailyRecall.DailyCap + 1} / ");
        (await visitor.SubmitAsync(await visitor.SubmitAsync(more, "form[action*=Reveal]"), ".recall-grades button[value='4']")).Address.Query.Should().Be("?more=true", "who asked for more goes on");
    }

    [Fact]
    public async Task A_point_made_after_all_leaves_the_list_of_the_same_day()
    {
        using var visitor = app.NewVisitor();
        await MissAllButAsync(visitor, 1);
        var review = await visitor.GetAsync((await visitor.GetAsync("/drafts")).One("a[href*='/review']").GetAttribute("href")!);
        var all = review.Page.QuerySelectorAll("input[name=ticks]").Select(i => ("ticks", i.GetAttribute("value")!)).ToArray();

        await visitor.SubmitAsync(review, "form[action*=Score]", all);

        (await visitor.GetAsync("/recall")).TextOf(".lead").Should().StartWith("还没有漏点。");
    }

    [Fact]
    public async Task What_another_person_missed_cannot_be_graded()
    {
        using var visitor = app.NewVisitor();
        using var other = app.NewVisitor();
        await MissAllButAsync(visitor, 2);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await MissAllButAsync(other, 2);
        app.Clock.Advance(TimeSpan.FromDays(1));
        var item = (await visitor.GetAsync("/recall")).One("input[name=item]").GetAttribute("value")!;

        var refused = await other.SubmitAsync(await other.GetAsync("/recall"), "form[action*=Reveal]", ("item", item));

        refused.Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Too_long_a_sentence_is_refused_and_stays_in_its_field()
    {
        using var visitor = app.NewVisitor();
        await MissAllButAsync(visitor, 2);
        app.Clock.Advance(TimeSpan.FromDays(1));
        var words = new string('字', 501);

        var refused = await visitor.SubmitAsync(await visitor.GetAsync("/recall"), "form[action*=Reveal]", ("words", words));

        refused.TextOf("[role=alert]").Should().Contain("最多 500 个字符");
        refused.TextOf("#words").Should().Be(words);
    }

    /// <summary>Answers the question and ticks the first points only.</summary>
    /// <returns>How many points were missed.</returns>
    private static async Task<int> MissAllButAsync(Visitor visitor, int ticked)
    {
        var page = await visitor.GetAsync($"/practice/{Slug}");
        var review = await visitor.SubmitAsync(page, "form.practice button[value=finish]", ("sections.attitude", Answer));
        var points = review.Page.QuerySelectorAll("input[name=ticks]").Select(i => i.GetAttribute("value")!).ToList();
        await visitor.SubmitAsync(review, "form[action*=Score]", [.. points.Take(ticked).Select(p => ("ticks", p))]);
        return points.Count - ticked;
    }
}
