using System.Net;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Drafts;

public sealed class ReviewTests(App app) : IClassFixture<App>
{
    private const string ModelWords = "八百米在图上是一小截";

    [Fact]
    public async Task The_model_answer_stands_beside_the_own_one_after_handing_in()
    {
        using var visitor = app.NewVisitor();

        var review = await visitor.WriteAsync(action: "finish");

        review.Address.AbsolutePath.Should().EndWith("/review");
        review.TextOf("main").Should().Contain(ModelWords).And.Contain(People.Words);
        review.Page.QuerySelectorAll("section[aria-labelledby=model-h] a.m.s1").Should().NotBeEmpty("the model's points are underlined and lead to their cards");
    }

    [Fact]
    public async Task Before_handing_in_no_model_answer_is_shown_anywhere()
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync();
        var id = (await visitor.GetAsync("/practice/bus-stop")).DraftId();

        foreach (var path in new[] { "/questions/bus-stop", "/practice/bus-stop", $"/drafts/{id}", $"/drafts/{id}/review", "/sheets/bus-stop?kind=model" })
        {
            var page = await visitor.GetAsync(path);
            page.Status.Should().Be(HttpStatusCode.OK);
            page.Text.Should().NotContain(ModelWords, path);
        }
        var revealed = await visitor.SubmitAsync(await visitor.GetAsync($"/drafts/{id}/review"), "main form button");
        revealed.Text.Should().Contain(ModelWords);
    }

    [Fact]
    public async Task Ticked_points_make_the_self_score_which_is_kept_and_shown()
    {
        using var visitor = app.NewVisitor();
        var review = await visitor.WriteAsync("我觉得这件事应该好好办，让大家都满意，办完以后还要再看看效果怎么样。", action: "finish");

        var scored = await visitor.SubmitAsync(review, "form[action*=Score] button", ("ticks", "attitude.face"), ("ticks", "attitude.contact"), ("ticks", "bogus"));

        scored.TextOf(".lead").Should().Contain("自评 5/15 分");
        scored.Page.QuerySelectorAll("input[name=ticks][checked]").Select(i => i.GetAttribute("value")).Should().BeEquivalentTo("attitude.face", "attitude.contact");
        (await visitor.GetAsync("/drafts")).Text.Should().Contain("自评 5/15 分");
        (await visitor.GetAsync("/")).Text.Should().Contain("自评 5/15 分");
    }

    [Fact]
    public async Task The_other_model_answer_can_be_chosen()
    {
        using var visitor = app.NewVisitor();
        var review = await visitor.WriteAsync(action: "finish");

        var second = await visitor.GetAsync(review.Address.AbsolutePath + "?answer=2");

        second.Text.Should().Contain("我先把公告完整读一遍").And.NotContain(ModelWords);
    }

    [Fact]
    public async Task What_was_written_before_the_reveal_stays_when_the_draft_is_changed_after_it()
    {
        using var visitor = app.NewVisitor();
        var review = await visitor.WriteAsync(action: "finish");
        var id = Guid.Parse(review.Address.Segments[2].TrimEnd('/'));
        var page = await visitor.GetAsync($"/practice/bus-stop?draft={id}");

        await visitor.SubmitAsync(page, "form.practice button[value=save]", ("sections.attitude", "看过范例之后改的。"));

        var versions = await app.InDbAsync(db => Task.FromResult(db.DraftVersions.Where(v => v.DraftId == id).ToList()));
        versions.Should().Contain(v => v.Name == "交卷稿" && v.Text.Of("attitude") == People.Words);
    }
}
