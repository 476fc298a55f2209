using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Paper;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Paper.Codes;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Paper;

public sealed class SheetTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("?kind=blank&paper=lines", "svg.ruled")]
    [InlineData("?kind=blank&paper=grid", "svg.grid")]
    [InlineData("?kind=points", ".points li")]
    [InlineData("?kind=hints", "dl.brief dd")]
    [InlineData("?kind=scratch&size=A3", ".rest")]
    [InlineData("?type=large&size=B5", ".paper.large.b5 svg.ruled")]
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
    public async Task A_teacher_prints_model_answers_without_an_attempt()
    {
        using var teacher = await app.NewPersonAsync("sheet-teacher", Roles.Teacher);

        (await teacher.GetAsync("/sheets/bus-stop?kind=model")).Text.Should().Contain("八百米在图上");
        (await teacher.GetAsync("/sheets/bus-stop?kind=twomodels")).Page.QuerySelectorAll(".pairs > div").Length.Should().BeGreaterThan(4);
        (await teacher.GetAsync("/sheets/set?q=bus-stop&q=open-lawn&kind=book")).Text.Should().Contain("参考作答");
    }

    [Fact]
    public async Task Suggested_lengths_follow_the_time_and_the_self_check_follows_the_frame()
    {
        using var visitor = app.NewVisitor();

        var two = await visitor.GetAsync("/sheets/bus-stop?minutes=2");
        var five = await visitor.GetAsync("/sheets/bus-stop?minutes=5");

        two.TextOf(".block h2 small").Should().NotBe(five.TextOf(".block h2 small"));
        (await visitor.GetAsync("/sheets/open-lawn")).TextOf(".selfcheck").Should().NotBe(two.TextOf(".selfcheck"));
    }

    [Fact]
    public async Task Each_page_has_a_code_of_its_own_that_says_whose_and_which_it_is()
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync();
        var signer = app.Services.GetRequiredService<SheetSigner>();

        var page = await visitor.GetAsync("/sheets/bus-stop?kind=blank");

        var codes = page.Page.QuerySelectorAll(".codes p").Select(c => signer.Read(c.TextContent)!).ToList();
        codes.Select(c => c.Page).Should().Equal(Enumerable.Range(1, codes.Count));
        codes.Should().OnlyContain(c => c.Person != 0 && c.AnswerNumber == 1);
        page.Page.QuerySelectorAll("[style]").Should().BeEmpty();
    }

    [Fact]
    public async Task A_pack_has_a_sheet_for_each_in_order_with_candidate_numbers_and_without_names()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var signer = scope.ServiceProvider.GetRequiredService<SheetSigner>();
        var people = Enumerable.Range(1, 30).Select(i => new SheetPerson(Guid.NewGuid(), $"{i} 号")).ToList();

        var revision = (await app.InDbAsync(db => db.CurrentRevisionAsync("bus-stop", null, default)))!;

        var pack = await scope.ServiceProvider.GetRequiredService<SheetPrinting>().OfPeopleAsync("练习", [revision], people, SheetChoices.From(null, null, "A3", null, null), default);

        pack.PagesPerCopy.Should().Be(2, "two pages of one copy lie side by side");
        pack.NumberOf(58).Should().Be((1, 2));
        pack.Pages.Where(p => p.IsFirst).Select(p => p.Label).Should().Equal(people.Select(p => p.Label));
        pack.Pages.Where(p => p.IsFirst).Zip(people).Should().OnlyContain(p => signer.IsOf(signer.Read(p.First.Codes!.Long)!, p.Second.Id!.Value));
    }

    [Theory]
    [InlineData("/sheets", "自己挑几道题")]
    [InlineData("/sheets/paper/three", "结构化面试练习答题纸")]
    [InlineData("/sheets/paper/three?kind=book", "题册里先不放")]
    [InlineData("/sheets/lesson/first-words", "练一句")]
    [InlineData("/sheets/cards", "素材卡")]
    public async Task Booklets_and_handouts_are_there_for_everybody(string address, string words)
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync(address);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Text.Should().Contain(words);
    }

    [Fact]
    public async Task An_unknown_question_is_404()
    {
        using var visitor = app.NewVisitor();

        (await visitor.GetAsync("/sheets/none")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
