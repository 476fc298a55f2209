using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.StudyPlan;

/// <summary>What was practised can be seen, by point and by day, with its figures as text.</summary>
public sealed class ProgressTests(ShippedApp app) : IClassFixture<ShippedApp>
{
    private const string Slug = "bus-stop-cut-notice", Words = "我先把大家的意见接下来，查清楚以后马上改，改完再告诉大家一声。";

    [Fact]
    public async Task A_newcomer_is_told_what_will_stand_here()
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/progress");

        page.TextOf(".lead").Should().Be("答过 0 题，学完 0 课，整套练过 0 份。");
        page.One("main a.btn.primary").GetAttribute("href").Should().Be("/");
    }

    [Fact]
    public async Task Each_point_says_how_often_it_was_made_in_the_last_answers()
    {
        using var visitor = app.NewVisitor();
        for (var i = 0; i < 2; i++)
        {
            var review = await visitor.SubmitAsync(await visitor.GetAsync($"/practice/{Slug}?fresh=true"), "form.practice button[value=finish]", ("sections.attitude", Words));
            var points = review.Page.QuerySelectorAll("input[name=ticks]").Select(t => t.GetAttribute("value")!).ToList();
            await visitor.SubmitAsync(review, "form[action*=Score]", [.. points.Take(i + 1).Select(p => ("ticks", p))]);
        }

        var page = await visitor.GetAsync("/progress");

        page.TextOf(".stages li .num").Should().Be("2 次里 2 次");
        page.Page.QuerySelectorAll(".stages li .num")[1].TextContent.Should().Be("还不稳，2 次里 1 次");
        page.Page.QuerySelectorAll(".chart table tbody tr").Should().HaveCountGreaterThan(4, "each chart has its figures behind it");
        page.Page.QuerySelectorAll(".days [aria-current] .sr").Single().TextContent.Should().Be("，练了一部分");
        page.Page.QuerySelectorAll("[aria-labelledby=times-h] tbody tr").Should().HaveCount(2);
        (await visitor.GetAsync("/")).One("main a[href='/progress']");
    }
}
