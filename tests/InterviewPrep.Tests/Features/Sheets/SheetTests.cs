using System.Net;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Sheets;

public sealed class SheetTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("?kind=blank&paper=lines", "svg.ruled")]
    [InlineData("?kind=blank&paper=grid", "svg.grid")]
    [InlineData("?kind=points", ".points li")]
    [InlineData("?kind=nonsense&paper=x&size=A9", "svg.ruled")]
    public async Task Each_kind_shows_what_it_promises_and_says_what_it_is_for(string query, string selector)
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/sheets/bus-stop" + query);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Page.QuerySelectorAll(selector).Should().NotBeEmpty();
        page.Text.Should().Contain("日常训练用纸");
    }

    [Fact]
    public async Task Own_and_model_answers_are_printed_after_an_attempt_and_refused_with_a_reason_before()
    {
        using var visitor = app.NewVisitor();
        (await visitor.GetAsync("/sheets/bus-stop?kind=model")).TextOf("[role=status]").Should().Contain("交过一稿");
        (await visitor.GetAsync("/sheets/bus-stop?kind=mine")).TextOf("[role=status]").Should().Contain("还没有您的作答");

        await visitor.WriteAsync(action: "finish");

        (await visitor.GetAsync("/sheets/bus-stop?kind=model")).Text.Should().Contain("八百米在图上");
        (await visitor.GetAsync("/sheets/bus-stop?kind=mine")).Text.Should().Contain(People.Words);
    }

    [Fact]
    public async Task An_unknown_question_is_404()
    {
        using var visitor = app.NewVisitor();

        (await visitor.GetAsync("/sheets/none")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
