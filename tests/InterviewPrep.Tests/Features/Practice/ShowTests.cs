using System.Net;
using InterviewPrep.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Practice;

public sealed class ShowTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Opening_the_page_keeps_nothing()
    {
        using var visitor = app.NewVisitor();
        var before = await app.InDbAsync(db => db.Drafts.CountAsync());

        var page = await visitor.GetAsync("/practice/bus-stop");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Page.QuerySelectorAll("textarea").Should().HaveCount(4);
        page.Revision().Should().Be(0);
        (await app.InDbAsync(db => db.Drafts.CountAsync())).Should().Be(before);
    }

    [Fact]
    public async Task The_plain_form_saves_and_shows_what_was_written()
    {
        using var visitor = app.NewVisitor();

        var saved = await visitor.WriteAsync("第一段。\n\n第二段，<b>不是</b>标记。");

        saved.TextOf("#s-attitude").Should().Be("第一段。\n\n第二段，<b>不是</b>标记。");
        saved.TextOf("[data-save-line]").Should().StartWith("已保存");
        saved.Revision().Should().Be(1);
        (await visitor.GetAsync("/practice/bus-stop")).TextOf("#s-attitude").Should().StartWith("第一段。");
    }

    [Fact]
    public async Task Fields_follow_the_questions_own_frame()
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/practice/open-lawn");

        page.Page.QuerySelectorAll("textarea").Select(t => t.GetAttribute("data-stage")).Should().Equal("stance", "reasons", "measures", "landing");
    }

    [Fact]
    public async Task Too_little_text_is_saved_but_not_compared()
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.WriteAsync("太短。", action: "finish");

        page.TextOf("[role=alert]").Should().Contain("已保存").And.Contain("20");
        page.TextOf("#s-attitude").Should().Be("太短。");
        (await visitor.GetAsync("/practice/bus-stop")).TextOf("#s-attitude").Should().Be("太短。");
    }

    [Fact]
    public async Task A_control_character_is_refused_by_name_and_nothing_typed_is_lost()
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.WriteAsync("我会\u0007当天回应。");

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.TextOf("[role=alert]").Should().Contain("U+0007");
        page.TextOf("#s-attitude").Should().Contain("当天回应");
    }

    [Fact]
    public async Task A_stale_form_shows_both_texts_and_saves_neither_over_the_other()
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync("第一稿。");
        var stale = await visitor.GetAsync("/practice/bus-stop");
        await visitor.WriteAsync("另一台设备上写的。");

        var conflict = await visitor.SubmitAsync(stale, "form.practice button[value=save]", ("sections.attitude", "旧页面上写的。"));

        conflict.Status.Should().Be(HttpStatusCode.Conflict);
        conflict.TextOf(".conflict").Should().Contain("另一台设备上写的。");
        conflict.TextOf("#s-attitude").Should().Be("旧页面上写的。");
        var settled = await visitor.SubmitAsync(conflict, "form.practice button[value=save]");
        settled.TextOf("#s-attitude").Should().Be("旧页面上写的。");
        var versions = await app.InDbAsync(db => db.DraftVersions.Where(v => v.DraftId == Guid.Parse(settled.DraftId())).ToListAsync());
        versions.Should().Contain(v => v.Text.Of("attitude") == "另一台设备上写的。", "the text that lost stays in the history");
    }

    [Fact]
    public async Task A_form_whose_token_has_expired_keeps_what_was_typed_and_saves_at_the_second_try()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/open-lawn");

        var refused = await visitor.SubmitAsync(page, "form.practice button[value=save]", ("sections.stance", "放了三天的一页。"), ("__RequestVerificationToken", "old"));
        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.TextOf("#s-stance").Should().Be("放了三天的一页。");
        refused.TextOf("[role=alert]").Should().Contain("再按一次");

        var saved = await visitor.SubmitAsync(refused, "form.practice button[value=save]");
        saved.TextOf("[data-save-line]").Should().StartWith("已保存");
    }

    [Fact]
    public async Task Several_drafts_of_one_question_live_side_by_side()
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync(action: "finish");

        var fresh = await visitor.GetAsync("/practice/bus-stop?fresh=true");
        fresh.TextOf("#s-attitude").Should().BeEmpty();
        await visitor.SubmitAsync(fresh, "form.practice button[value=save]", ("sections.attitude", "第二次换个开头。"));

        var list = await visitor.GetAsync("/drafts");
        list.Page.QuerySelectorAll("main li").Should().HaveCount(2);
        list.Text.Should().Contain("第 2 稿").And.Contain("第 1 稿");
    }

    [Theory]
    [InlineData("/practice/none")]
    [InlineData("/practice/bus-stop?draft=00000000-0000-0000-0000-000000000001")]
    public async Task Unknown_things_are_404(string path)
    {
        using var visitor = app.NewVisitor();

        (await visitor.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
