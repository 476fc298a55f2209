using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Content;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Content;

/// <summary>The content that the product ships with.</summary>
public sealed class ShippedContentTests(ShippedContentTests.Shipped app) : IClassFixture<ShippedContentTests.Shipped>
{
    public sealed class Shipped : App
    {
        protected override string ContentFolder => Repository.ShippedContent;
    }

    private ContentLibrary Library => app.Services.GetRequiredService<ContentStore>().Library;

    [Fact]
    public void The_check_is_green_and_prints_its_table()
    {
        using var output = new StringWriter();

        ContentCheck.Run(Repository.ShippedContent, [ContentCheck.Strict], output, TextWriter.Null).Should().BeTrue(output.ToString());

        output.ToString().Should().Contain("four-steps").And.Contain("in all").And.Contain("weak").And.Contain("papers");
    }

    [Fact]
    public void There_is_as_much_of_it_as_was_promised()
    {
        Library.Lessons.Should().HaveCountGreaterThanOrEqualTo(36);
        Library.Tracks.Should().HaveCount(4);
        Library.Tracks[0].Lessons.Should().HaveCountGreaterThanOrEqualTo(12);
        Library.Questions.Should().HaveCountGreaterThanOrEqualTo(200).And.OnlyContain(q => q.Answers.Count >= 2);
        Library.Questions.Count(q => q.FollowUps.Count > 0).Should().BeGreaterThanOrEqualTo(200);
        Library.Questions.Count(q => q.WeakAnswers.Count > 0).Should().BeGreaterThanOrEqualTo(200);
        Library.Papers.Should().HaveCountGreaterThanOrEqualTo(20);
        Library.Cards.Should().HaveCountGreaterThanOrEqualTo(120);
    }

    [Fact]
    public void The_first_track_teaches_every_point_of_the_four_stage_frame()
    {
        var framework = Library.FindFramework("attitude-action-longterm")!;

        Library.Tracks[0].Lessons.SelectMany(l => l.Points).Distinct().Should().BeEquivalentTo(framework.Points.Select(p => p.Id));
    }

    [Fact]
    public async Task Each_point_of_each_frame_says_what_counts_what_does_not_and_what_is_half()
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/frameworks");

        foreach (var (framework, point) in Library.Frameworks.SelectMany(f => f.Points.Select(p => (f, p))))
        {
            var said = page.One($"#{framework.Slug}").TextContent;
            said.Should().Contain(point.Counts).And.Contain(point.CountsNot).And.Contain(point.Half).And.Contain($"“{point.Example}”");
        }
    }

    [Fact]
    public async Task Papers_stand_under_their_exam_and_say_how_the_room_is_set()
    {
        using var visitor = app.NewVisitor();

        var index = await visitor.GetAsync("/exams");
        index.Page.QuerySelectorAll("main h2").Select(h => h.TextContent).Should().Equal(Exams.All);
        var card = index.One("main li:has(a[href='/exams/survey-team'])").TextContent;
        card.Should().Contain("先读材料，后听四题");

        var paper = await visitor.GetAsync("/exams/national-group");
        paper.TextOf("main details").Should().Contain("每题 2 分钟，到时即止").And.Contain("点评每次 2 分钟").And.Contain("ABC、BCA、CAB").And.Contain("共3道题").And.NotContain("{");
        (await visitor.GetAsync("/exams/hotline-centre")).Page.QuerySelectorAll(".material").Should().ContainSingle("three questions share it");
    }

    [Fact]
    public async Task The_search_finds_each_word_that_its_field_suggests()
    {
        using var visitor = app.NewVisitor();
        var suggested = (await visitor.GetAsync("/questions")).One("input[name=q]").GetAttribute("placeholder")!.Split('：')[1].Split(' ');
        suggested.Should().HaveCountGreaterThan(1);

        foreach (var word in suggested)
            (await visitor.GetAsync("/questions?q=" + Uri.EscapeDataString(word))).Page.QuerySelectorAll("main li.card").Should().NotBeEmpty($"the field suggests 「{word}」");
    }

    [Fact]
    public async Task Every_shipped_page_opens()
    {
        using var visitor = app.NewVisitor();
        var paths = Library.Lessons.Select(l => $"/lessons/{l.Slug}")
            .Concat(Library.Questions.SelectMany(q => new[] { $"/questions/{q.Slug}", $"/practice/{q.Slug}", $"/sheets/{q.Slug}" }))
            .Concat(Library.Papers.Select(p => $"/exams/{p.Slug}"))
            .Concat(["/", "/lessons", "/questions", "/exams", "/frameworks", "/glossary"]);

        foreach (var path in paths)
        {
            var page = await visitor.GetAsync(path);
            page.Status.Should().Be(HttpStatusCode.OK, path);
            page.Page.QuerySelectorAll("h1").Should().ContainSingle(path);
        }
    }
}
