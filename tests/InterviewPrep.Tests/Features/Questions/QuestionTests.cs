using System.Net;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Questions;

public sealed class QuestionTests(App app) : IClassFixture<App>
{
    private async Task<IEnumerable<string?>> FindAsync(string query)
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/questions" + query);
        page.Status.Should().Be(HttpStatusCode.OK);
        return page.Page.QuerySelectorAll("main h2 a").Select(a => a.GetAttribute("href"));
    }

    [Theory]
    [InlineData("公交", "/questions/bus-stop")]
    [InlineData("草坪", "/questions/open-lawn")]
    [InlineData("公交 老人", "/questions/bus-stop")]
    public async Task Search_finds_words_of_two_characters_in_title_and_prompt(string words, string expected) =>
        (await FindAsync("?q=" + Uri.EscapeDataString(words))).Should().ContainSingle().Which.Should().Be(expected);

    [Theory]
    [InlineData("?q=%25")]
    [InlineData("?q=_")]
    [InlineData("?q=回访不存在")]
    public async Task Wildcards_mean_themselves_and_nothing_found_says_what_to_do(string query)
    {
        (await FindAsync(query)).Should().BeEmpty();
        using var visitor = app.NewVisitor();
        (await visitor.GetAsync("/questions" + query)).Text.Should().Contain("没有符合条件的题");
    }

    [Fact]
    public async Task Filters_by_type_difficulty_and_done()
    {
        (await FindAsync("?type=analysis")).Should().Equal("/questions/open-lawn");
        (await FindAsync("?difficulty=2")).Should().Contain("/questions/bus-stop");
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync(action: "finish");
        var done = await visitor.GetAsync("/questions?done=true");
        done.Page.QuerySelectorAll("main h2 a").Should().ContainSingle().Which.GetAttribute("href").Should().Be("/questions/bus-stop");
    }

    [Theory]
    [InlineData("?difficulty=abc&page=-3&type=%3Cb%3E", true)]
    [InlineData("?page=999999999999999999999", true)]
    [InlineData("?done=maybe", true)]
    [InlineData("?q=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa%F0%9D%90%93", false)]
    public async Task Odd_parameters_show_the_list_as_if_they_were_not_there(string query, bool finds)
    {
        using var visitor = app.NewVisitor();
        var plain = (await visitor.GetAsync("/questions")).Page.QuerySelectorAll("main h2 a").Select(a => a.TextContent).ToList();

        var page = await visitor.GetAsync("/questions" + query);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Page.QuerySelectorAll("main h2 a").Select(a => a.TextContent).Should().Equal(finds ? plain : []);
        plain.Should().HaveCountGreaterThan(1);
    }

    [Fact]
    public async Task A_question_shows_prompt_and_frame_but_an_unknown_one_is_404()
    {
        using var visitor = app.NewVisitor();

        (await visitor.GetAsync("/questions/open-lawn")).Text.Should().Contain("表态-分析-对策");
        (await visitor.GetAsync("/questions/none")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
