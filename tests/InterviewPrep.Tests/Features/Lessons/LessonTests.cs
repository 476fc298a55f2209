using System.Net;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Lessons;

public sealed class LessonTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_lesson_shows_its_points_in_the_stages_colour_and_links_to_questions()
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/lessons/first-words");

        page.TextOf("h1").Should().Be("先接住，再解释");
        page.One("mark.stage.s1").TextContent.Should().Be("当天就公开说一声看到了");
        page.One("aside a[href='/questions/bus-stop']").Should().NotBeNull();
    }

    [Fact]
    public async Task Reading_is_remembered_for_this_visitor_only()
    {
        using var visitor = app.NewVisitor();
        using var other = app.NewVisitor();
        var page = await visitor.GetAsync("/lessons/first-words");

        var next = await visitor.SubmitAsync(page, "button[formaction*=Read]");

        next.Address.AbsolutePath.Should().StartWith("/practice/", "a lesson leads to its question");
        (await visitor.GetAsync("/lessons")).Text.Should().Contain("已学 1/2");
        (await other.GetAsync("/lessons")).Text.Should().Contain("已学 0/2");
    }

    [Fact]
    public async Task The_example_is_shown_only_after_a_sentence_of_ones_own()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/lessons/first-words");
        page.Page.QuerySelector("#example").Should().BeNull();

        var empty = await visitor.SubmitAsync(page, "form[action*=Exercise] button");
        empty.Page.QuerySelector("#example").Should().BeNull();
        empty.TextOf("[role=alert]").Should().Contain("先写一句");

        var written = await visitor.SubmitAsync(page, "form[action*=Exercise] button", ("answer", "我今天下班前答复您。"));
        written.TextOf("#example").Should().Contain("您跑了两趟");
        written.TextOf("#answer").Should().Be("我今天下班前答复您。");
    }

    [Fact]
    public async Task The_self_check_gives_the_reason_of_the_chosen_option()
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/lessons/first-words?c0=0&c1=0");

        page.Page.QuerySelectorAll(".verdict.wrong").Should().ContainSingle().Which.TextContent.Should().Contain("规定听不进去");
        page.Page.QuerySelectorAll(".verdict.right").Should().ContainSingle();
    }

    [Theory]
    [InlineData("/lessons/none")]
    [InlineData("/lessons/..%2f..%2fetc")]
    public async Task An_unknown_lesson_is_404(string path)
    {
        using var visitor = app.NewVisitor();

        (await visitor.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
