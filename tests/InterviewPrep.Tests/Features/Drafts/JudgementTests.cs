using System.Net;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Drafts;

/// <summary>The learner decides over a point: marks the words that make it, or says why what the coach sees does not.</summary>
public sealed class JudgementTests(ShippedApp app) : IClassFixture<ShippedApp>
{
    private const string Question = "road-dug-again-report", Sentence = "您先坐，喝口水，这事我接了，我不往外推。";

    private static Task<Answer> WriteAsync(Visitor visitor) => visitor.WriteAsync(CoachStatesTests.Plain, Question, "attitude", "finish");

    private static string Unseen(Answer review) =>
        review.Page.QuerySelectorAll("article.point").First(c => c.QuerySelector(".st")!.TextContent.StartsWith("没认出来", StringComparison.Ordinal)).GetAttribute("data-point")!;

    private static string Card(string point) => "#p-" + point.Replace('.', '-');

    [Fact]
    public async Task A_sentence_that_the_learner_picks_makes_the_point()
    {
        using var visitor = app.NewVisitor();
        var review = await WriteAsync(visitor);
        var point = Unseen(review);
        var page = await visitor.GetAsync(review.One($"{Card(point)} a[href*='/points/']").GetAttribute("href")!);
        page.Page.QuerySelectorAll("input[name=place][checked]").Should().BeEmpty("nothing is chosen for anybody");
        var radio = page.Page.QuerySelectorAll("label.option").First(l => l.TextContent.Contains(Sentence)).QuerySelector("input")!.GetAttribute("value")!;

        var back = await visitor.SubmitAsync(page, "button.primary", ("place", radio));

        back.Address.AbsolutePath.Should().EndWith("/review");
        back.One(Card(point)).TextContent.Should().Contain("我说到了").And.Contain(Sentence);
        back.Page.QuerySelectorAll("section[aria-labelledby=own-h] a.m.mine").Select(m => m.TextContent).Should().ContainSingle(m => m.Contains(Sentence));
        back.Page.QuerySelectorAll("input[name=ticks][checked]").Select(i => i.GetAttribute("value")).Should().Equal([point], "only what the learner said is ticked");
        (await visitor.GetAsync("/drafts/export")).Status.Should().Be(HttpStatusCode.OK);

        var again = await visitor.GetAsync(back.One($"{Card(point)} a[href*='/points/']").GetAttribute("href")!);
        again.One("input[name=place][checked]").GetAttribute("value").Should().Be(radio);
        var withdrawn = await visitor.SubmitAsync(again, "form[action*=Withdraw] button");
        withdrawn.One(Card(point)).TextContent.Should().NotContain("我说到了“");
        withdrawn.Page.QuerySelectorAll("a.m.mine, input[name=ticks][checked]").Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_learner_dismisses_no_longer_counts_and_says_why()
    {
        using var visitor = app.NewVisitor();
        var review = await WriteAsync(visitor);
        const string Point = "action.verify";
        var page = await visitor.GetAsync(review.One($"{Card(Point)} a[href$='not=true']").GetAttribute("href")!);

        var refused = await visitor.SubmitAsync(page, "button.primary");
        refused.Text.Should().Contain("请选一个原因");
        var back = await visitor.SubmitAsync(page, "button.primary", ("reason", "OtherMatter"));

        back.One(Card(Point)).TextContent.Should().Contain("我说不算：说的是别人或别的事");
        back.One("section[aria-labelledby=own-h] a.m[data-points~='action.verify']").TextContent.Should().Contain("我说不算");
    }

    [Fact]
    public async Task Words_that_are_rewritten_are_no_longer_judged()
    {
        using var visitor = app.NewVisitor();
        var review = await WriteAsync(visitor);
        var point = Unseen(review);
        var page = await visitor.GetAsync(review.One($"{Card(point)} a[href*='/points/']").GetAttribute("href")!);
        var judged = await visitor.SubmitAsync(page, "button.primary", ("place", page.One("input[name=place]").GetAttribute("value")!));

        var practice = await visitor.GetAsync($"/practice/{Question}?draft={judged.Address.Segments[2].Trim('/')}");
        await visitor.SubmitAsync(practice, "form.practice button[value=save]", ("sections.attitude", CoachStatesTests.Plain[30..]));

        (await visitor.GetAsync(judged.Address.AbsolutePath)).Page.QuerySelectorAll("a.m.mine").Should().BeEmpty();
    }

    [Theory]
    [InlineData("attitude:0:0")]
    [InlineData("attitude:5:100000")]
    [InlineData("nowhere:0:3")]
    [InlineData("attitude:-1:3")]
    [InlineData("x")]
    public async Task A_place_that_is_not_in_the_text_is_asked_for_again(string place)
    {
        using var visitor = app.NewVisitor();
        var review = await WriteAsync(visitor);
        var page = await visitor.GetAsync(review.One($"{Card(Unseen(review))} a[href*='/points/']").GetAttribute("href")!);

        (await visitor.SubmitAsync(page, "button.primary", ("place", place))).Text.Should().Contain("请先选出说到的那一句");
    }
}
