using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Drafts;

public sealed class HistoryTests(App app) : IClassFixture<App>
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("我把每一户的情况都问清楚记清楚说清楚", 34));

    [Theory]
    [InlineData("我去看。", "我去看。一周之内我给各位街坊一个答复。", "新认出限时反馈，加一句")]
    [InlineData("感谢大家的监督和及时提醒。我去看。我去问。", "感谢大家的监督和及时提醒。", "删两句")]
    [InlineData("感谢大家的监督和及时提醒。", "我去看。", "没再认出感谢监督，加一句，删一句")]
    [InlineData("我明天到现场去看一看。", "我后天到现场去看一看。", "改一句")]
    [InlineData("我去看。", "我去看。\n", "只动了空行")]
    public void What_changed_is_said_in_a_line(string before, string after, string said)
    {
        VersionChange.Describe(Framework, Text(before + Long), Text(after + Long)).Should().Be(said);
    }

    [Fact]
    public void The_line_names_points_sentences_and_time_together()
    {
        var before = Text(string.Concat(Enumerable.Repeat("多说了几句闲话在这里啊。", 6)) + Long);
        var after = Text(Long + "。三个工作日以后我再上门回访一次。");

        VersionChange.Timing(before.Zi).Should().StartWith("比建议的 3 分钟多");
        VersionChange.Describe(Framework, before, after).Should().MatchRegex("^新认出.*回访闭环，.*删六句.*，比建议的 3 分钟多 5 秒 → 用时正好$");
    }

    [Fact]
    public async Task A_named_version_stays_and_an_older_one_is_restored_without_taking_any_away()
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync("第一句。");
        var id = (await visitor.GetAsync("/practice/bus-stop")).DraftId();
        var history = await visitor.SubmitAsync(await visitor.GetAsync($"/drafts/{id}/history"), "form[action*=Name] button", ("Name", "老师讲评前"));
        history.TextOf(".versions h2").Should().Be("第 1 版「老师讲评前」");
        await visitor.WriteAsync("第一句。感谢大家的监督和及时提醒。");

        var compared = await visitor.GetAsync($"/drafts/{id}/history");
        compared.TextOf("#compared b").Should().StartWith("新认出感谢监督，加一句");
        var restored = await visitor.SubmitAsync(compared, "button[formaction*=Restore]");

        restored.Page.QuerySelectorAll(".versions > li").Should().HaveCount(3);
        restored.TextOf(".versions h2").Should().StartWith("第 3 版「恢复自");
        (await visitor.GetAsync("/practice/bus-stop")).TextOf("#s-attitude").Should().Be("第一句。");
    }

    [Fact]
    public async Task A_long_history_comes_in_pages()
    {
        const int OnAPage = 30;
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync("第一句。");
        var history = $"/drafts/{(await visitor.GetAsync("/practice/bus-stop")).DraftId()}/history";
        var page = await visitor.GetAsync(history);
        for (var i = 1; i <= OnAPage + 2; i++) page = await visitor.SubmitAsync(page, "form[action*=Name] button", ("Name", $"名字{i}"));

        page.Page.QuerySelectorAll(".versions > li").Should().HaveCount(OnAPage);
        page.TextOf(".versions h2").Should().Be($"第 {OnAPage + 2} 版「名字{OnAPage + 2}」");
        var older = await visitor.GetAsync(page.One("a[rel=next]").GetAttribute("href")!);
        older.Page.QuerySelectorAll(".versions h2").Select(h => h.TextContent).Should().Equal("第 2 版「名字2」", "第 1 版「名字1」");
        older.Page.QuerySelector("#compared").Should().BeNull();
        var compared = await visitor.GetAsync(history + older.One(".versions a").GetAttribute("href")!.Split('#')[0]);
        compared.TextOf("#compared h2").Should().Be("第 1 版「名字1」 → 第 2 版「名字2」");
        compared.Page.QuerySelectorAll(".versions h2").Should().HaveCount(2);
        (await visitor.GetAsync(history + "?page=3")).Status.Should().Be(HttpStatusCode.NotFound);
        await visitor.WriteAsync("第一句。第二句。");
        (await visitor.SubmitAsync(older, "button[formaction*=Restore]")).TextOf(".versions h2").Should().StartWith($"第 {OnAPage + 4} 版「恢复自");
    }

    [Fact]
    public async Task A_second_name_asked_for_eight_times_at_once_makes_one_version()
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync("第一句。");
        var id = (await visitor.GetAsync("/practice/bus-stop")).DraftId();
        var page = await visitor.SubmitAsync(await visitor.GetAsync($"/drafts/{id}/history"), "form[action*=Name] button", ("Name", "第一个名字"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.SubmitAsync(page, "form[action*=Name] button", ("Name", "第二个名字"))));

        (await visitor.GetAsync($"/drafts/{id}/history")).Page.QuerySelectorAll(".versions > li").Should().HaveCount(2);
    }

    [Fact]
    public async Task The_other_text_of_a_conflict_stands_in_the_history_and_can_be_restored()
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync("原来的。");
        var stale = await visitor.GetAsync("/practice/bus-stop");
        await visitor.WriteAsync("后来的。");
        await visitor.SubmitAsync(stale, "form.practice button[value=save]", ("sections.attitude", "落选的。"));
        var history = await visitor.GetAsync($"/drafts/{stale.DraftId()}/history");
        history.TextOf(".versions h2").Should().Be("冲突时的另一份");

        await visitor.SubmitAsync(history, "button[formaction*=Restore]");

        (await visitor.GetAsync("/practice/bus-stop")).TextOf("#s-attitude").Should().Be("落选的。");
    }

    [Theory]
    [InlineData("")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一")]
    public async Task A_name_that_cannot_be_kept_is_refused(string name)
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync();
        var id = (await visitor.GetAsync("/practice/bus-stop")).DraftId();

        var page = await visitor.SubmitAsync(await visitor.GetAsync($"/drafts/{id}/history"), "form[action*=Name] button", ("Name", name));

        page.TextOf("[role=alert]").Should().Contain("1 到 60");
    }

    [Fact]
    public async Task Nobody_elses_history_can_be_seen_deleted_or_brought_back()
    {
        using var owner = app.NewVisitor();
        using var other = app.NewVisitor();
        await owner.WriteAsync();
        await other.WriteAsync();
        var id = (await owner.GetAsync("/practice/bus-stop")).DraftId();
        var own = await other.GetAsync($"/drafts/{(await other.GetAsync("/practice/bus-stop")).DraftId()}/history");

        (await other.GetAsync($"/drafts/{id}/history")).Status.Should().Be(HttpStatusCode.NotFound);
        own.One("form[action$=delete]").SetAttribute("action", $"/drafts/{id}/delete");
        (await other.SubmitAsync(own, "form[action$=delete]")).Status.Should().Be(HttpStatusCode.NotFound);
        (await owner.GetAsync($"/drafts/{id}")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_deleted_draft_is_out_of_sight_and_comes_back_whole()
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync("删了又找回来的。");
        var id = (await visitor.GetAsync("/practice/bus-stop")).DraftId();

        var list = await visitor.SubmitAsync(await visitor.GetAsync("/drafts"), "main li.card form[action$=delete] button");
        list.TextOf("[role=status]").Should().Contain("已删除");
        list.Page.QuerySelectorAll("main li.card").Should().BeEmpty();
        (await visitor.GetAsync($"/drafts/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/practice/bus-stop")).TextOf("#s-attitude").Should().BeEmpty();

        await visitor.SubmitAsync(list, "[role=status] button");
        (await visitor.GetAsync($"/drafts/{id}")).Text.Should().Contain("删了又找回来的。");
    }

    [Fact]
    public async Task Writing_on_in_a_tab_brings_a_deleted_draft_back()
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync("先写的。");
        var open = await visitor.GetAsync("/practice/bus-stop");
        await visitor.SubmitAsync(await visitor.GetAsync("/drafts"), "main li.card form[action$=delete] button");

        await visitor.SubmitAsync(open, "form.practice button[value=save]", ("sections.attitude", "先写的。接着写的。"));

        (await visitor.GetAsync("/practice/bus-stop")).TextOf("#s-attitude").Should().Be("先写的。接着写的。");
    }

    private Framework Framework => app.Services.GetRequiredService<ContentStore>().Library.FindFramework("attitude-action-longterm")!;

    private static DraftText Text(string text) => new(new Dictionary<string, string> { ["attitude"] = text });
}
