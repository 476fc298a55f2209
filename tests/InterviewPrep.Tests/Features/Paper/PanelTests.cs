using System.Net;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Paper;

public sealed class PanelTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_score_sheet_has_a_column_an_element_and_a_page_an_examiner()
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/sheets/panel/three?examiners=5&w=40&w=60&w=0&w=0&w=0&w=0&w=0&w=0&w=0");

        page.Page.QuerySelectorAll("article.page").Should().HaveCount(5);
        page.Page.QuerySelectorAll("article.page:first-child thead th").Select(t => t.TextContent).Distinct().Should().Equal("测评要素", "综合分析", "言语表达", "合计");
        page.Page.QuerySelector("table.score")!.TextContent.Should().Contain("32–40").And.Contain("16–31").And.Contain("0–15").And.Contain("评语");
        page.Text.Should().Contain("考官签字").And.Contain("不是官方标准");
    }

    [Theory]
    [InlineData("score", "抽签号")]
    [InlineData("summary", "去掉最高")]
    [InlineData("time", "思考")]
    [InlineData("lots", "抽签号")]
    [InlineData("book", "题本")]
    [InlineData("notice", "考场须知")]
    public async Task Every_paper_of_the_panel_uses_candidate_numbers_and_has_no_place_for_a_name(string document, string words)
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync($"/sheets/panel/three?doc={document}&candidates=30");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.One("main").TextContent.Should().Contain(words);
        page.One("main").TextContent.Replace("不说姓名", "", StringComparison.Ordinal).Should().NotContain("姓名");
    }

    [Theory]
    [InlineData("?examiners=x&candidates=-4&w=abc&w=999&doc=none")]
    [InlineData("?w=0&w=0&w=0&w=0&w=0&w=0&w=0&w=0&w=0&examiners=99999999999")]
    public async Task Nonsense_gives_usual_figures(string query)
    {
        using var visitor = app.NewVisitor();

        (await visitor.GetAsync("/sheets/panel/three" + query)).Status.Should().Be(HttpStatusCode.OK);
        (await visitor.GetAsync("/sheets/panel/none")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
