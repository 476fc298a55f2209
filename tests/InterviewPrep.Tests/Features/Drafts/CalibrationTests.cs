using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Drafts;

/// <summary>Before the first self-score one scores two answers of the bank; and words that many answers share are told.</summary>
public sealed class CalibrationTests(ShippedApp app) : IClassFixture<ShippedApp>
{
    private const string Question = "road-dug-again-report", Other = "live-radio-kindergarten-places", Stock = "作为一名基层工作者要始终把群众的冷暖放在心上";

    [Fact]
    public async Task Ticks_are_compared_with_the_annotation_of_a_good_and_a_weak_answer()
    {
        using var visitor = app.NewVisitor();
        var review = await visitor.WriteAsync(CoachStatesTests.Plain, Question, "attitude", "finish");
        var page = await visitor.GetAsync(review.One("a[href$='/calibrate']").GetAttribute("href")!);
        page.Page.QuerySelectorAll("section.card").Length.Should().Be(2);
        page.Page.QuerySelectorAll("input[checked]").Should().BeEmpty();
        var points = page.Page.QuerySelectorAll("input[name=good]").Length;

        var none = await visitor.SubmitAsync(page, "main form button");
        var all = await visitor.SubmitAsync(page, "main form button", [.. page.Page.QuerySelectorAll("input[name=good]").Select(i => ("good", i.GetAttribute("value")!))]);

        none.TextOf("section[aria-labelledby=good-h]").Should().Contain("标注有，您没勾").And.NotContain("您勾了，标注没有");
        all.TextOf("section[aria-labelledby=good-h]").Should().MatchRegex($"{points} 个点，您和标注一致 [0-9]+ 个").And.NotContain("标注有，您没勾");
        all.Page.QuerySelectorAll("input[name=good][checked]").Length.Should().Be(points, "what was ticked stays");
        var scored = await visitor.SubmitAsync(review, "form[action*=Score] button", ("ticks", "action.verify"));
        scored.Page.QuerySelectorAll("a[href$='/calibrate']").Should().BeEmpty();
    }

    [Fact]
    public async Task Words_that_three_others_say_are_told_with_how_many()
    {
        for (var i = 0; i < 3; i++)
        {
            using var one = app.NewVisitor();
            await one.WriteAsync($"第 {i} 个人这样说，先去现场看一看再说话。{Stock}。", Other, "attitude", "finish");
        }
        using var visitor = app.NewVisitor();

        var review = await visitor.WriteAsync($"我先去门口数一数车，再把家长请到传达室坐下说。{Stock}。", Other, "attitude", "finish");

        review.Page.QuerySelectorAll(".advice").Select(a => a.TextContent).Should().ContainSingle(a => a.Contains("套话"))
            .Which.Should().Contain(Stock).And.Contain("3 份有这一句").And.NotContain("数一数车");
    }
}
