using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Drafts;

namespace InterviewPrep.Tests.Features.Drafts;

/// <summary>Before handing in and before printing one is told which words say who one is.</summary>
public sealed class IdentityTests(App app) : IClassFixture<App>
{
    private const string Telling = "各位考官好，我叫王某，毕业于江边师范学院。遇到这样的事，我先在群里应一声，再把公告读完，然后去车站问问老人。";

    [Theory]
    [InlineData("各位考官好，我叫王某。", "我叫王某")]
    [InlineData("我来自北边的小镇，从小坐公交。", "我来自北边的小镇")]
    [InlineData("我毕业于江边师范学院，学的是交通。", "我毕业于江边师范学院")]
    [InlineData("我是湖南人，说话直。", "我是湖南人")]
    [InlineData("我以前在江边街道做过两年网格员，知道先上门。", "我以前在江边街道做过两年网格员")]
    [InlineData("我把林学员的单子交给他。", "林学员")]
    [InlineData("我叫上同事一起去。我叫停了施工。", null)]
    [InlineData("我在一个社区做过一年助理，他被我叫到一边。", null)]
    [InlineData("我是负责人，这件事我来办。", null)]
    [InlineData("我在公交公司做过调查。", null)]
    [InlineData("我来自公交公司。", null)]
    public void What_tells_who_one_is_is_found_and_nothing_else(string text, string? found)
    {
        var hits = IdentityCheck.Find(new DraftText(new Dictionary<string, string> { ["attitude"] = text }), IdentityCheck.OfProfile("林学员", ""), "公交公司在网上公告。");

        hits.Select(h => h.Words).Should().Equal(found is null ? [] : [found]);
    }

    [Fact]
    public async Task Handing_in_to_the_comparison_waits_until_the_person_has_decided()
    {
        using var visitor = app.NewVisitor();

        var warned = await visitor.WriteAsync(Telling, action: "finish");

        warned.One("[role=alert]").TextContent.Should().Contain("2 处").And.Contain("我叫王某").And.Contain("毕业于江边师范学院");
        warned.TextOf("main a.primary").Should().Be("改掉这 2 处");
        warned.Page.QuerySelectorAll("[data-compare]").Should().BeEmpty("no model answer is shown yet");
        var done = await visitor.SubmitAsync(warned, "button[name=notMine]");
        done.Page.QuerySelectorAll("[data-compare]").Should().NotBeEmpty();

        var sheet = await visitor.GetAsync("/sheets/bus-stop?kind=mine");
        sheet.One("[role=alert]").TextContent.Should().Contain("我叫王某");
        var printed = await visitor.GetAsync(sheet.One("section.card a.btn:not(.primary)").GetAttribute("href")!);
        printed.Page.QuerySelectorAll("[role=alert]").Should().BeEmpty();
        printed.Text.Should().Contain("我叫王某");
    }

    [Theory]
    [InlineData("/sheets/set", "?q=bus-stop&kind=mine")]
    [InlineData("/sheets/bus-stop", "?kind=mine")]
    public async Task A_word_file_and_a_bundle_wait_too(string sheet, string query)
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync(Telling, action: "finish");

        (await visitor.GetAsync(sheet + query)).One("[role=alert]").TextContent.Should().Contain("我叫王某");
        var asked = await visitor.GetAsync($"{sheet}/word{query}");
        asked.Address.AbsolutePath.Should().Be(sheet, "a file cannot ask, its page can");
        var page = await visitor.GetAsync(asked.One("section.card a.btn:not(.primary)").GetAttribute("href")!);
        page.Page.QuerySelectorAll("[role=alert]").Should().BeEmpty();
        var word = await visitor.GetAsync(page.One("aside a.btn[href*='/word']").GetAttribute("href")!);
        word.Response.Content.Headers.ContentType!.MediaType.Should().Contain("wordprocessingml");
    }

    [Fact]
    public async Task Unit_and_home_town_of_the_profile_are_looked_for()
    {
        using var room = await Classroom.NewAsync(app);
        var account = await room.A.GetAsync("/account");
        await room.A.SubmitAsync(account, "main form.card button", ("unit", "柳湾供电所"), ("homeTown", "石桥铺"));

        var warned = await room.A.WriteAsync("我先请柳湾供电所的师傅来看，再到石桥铺听老人说，三天里给大家答复。", action: "finish");

        warned.One("[role=alert]").TextContent.Should().Contain("2 处").And.Contain("柳湾供电所").And.Contain("石桥铺");
    }

    [Fact]
    public async Task An_assignment_is_handed_in_only_after_the_person_has_decided()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.WriteAsync(await room.BeginAsync(assignment, room.AId), Telling);
        var page = await room.A.GetAsync($"/assignments/{assignment}/hand-in");
        page.One("[role=alert]").TextContent.Should().Contain("我叫王某");
        var box = page.One("input[type=checkbox]");

        var again = await room.A.SubmitAsync(page, "main form", (box.GetAttribute("name")!, box.GetAttribute("value")!));
        again.Address.AbsolutePath.Should().EndWith("/hand-in");
        again.Page.QuerySelectorAll("input[type=checkbox][checked]").Length.Should().Be(1, "what was ticked stays");

        (await room.A.SubmitAsync(again, "button[name=notMine]")).Address.AbsolutePath.Should().Contain("/receipts/");
    }
}
