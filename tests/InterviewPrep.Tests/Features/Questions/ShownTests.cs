using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Questions;

/// <summary>What a question shows and what is read before it, on every page that puts the question; and what comes after an answer.</summary>
public sealed class ShownTests(ShownContent app) : IClassFixture<ShownContent>
{
    [Theory]
    [InlineData("/questions/bus-stop")]
    [InlineData("/practice/bus-stop")]
    [InlineData("/exams/three")]
    [InlineData("/sheets/bus-stop")]
    [InlineData("/sheets/set?q=bus-stop&q=open-lawn&kind=book")]
    [InlineData("/sheets/panel/three?doc=book")]
    public async Task Material_and_drawing_stand_with_the_question(string path)
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync(path);

        page.One($"img[alt='{ShownContent.Alt}']").GetAttribute("src").Should().StartWith("/drawings/");
        page.Text.Should().Contain("某路公交停靠二十一站");
        page.Page.QuerySelectorAll("td").Select(d => d.TextContent).Should().Contain("240 人");
        page.Text.IndexOf("某路公交停靠二十一站", StringComparison.Ordinal).Should().BeLessThan(page.Text.IndexOf("公交公司在网上公告", StringComparison.Ordinal), "it is read before");
    }

    [Fact]
    public async Task After_an_answer_replies_are_folded_and_each_fault_has_note_and_repair()
    {
        using var visitor = app.NewVisitor();

        var review = await visitor.WriteAsync(action: "finish");

        review.One($"img[alt='{ShownContent.Alt}']");
        review.Text.Should().Contain("某路公交停靠二十一站");
        var reply = review.Page.QuerySelectorAll("details").Single(d => d.TextContent.Contains("一站一站问拎着药袋的老人", StringComparison.Ordinal));
        reply.HasAttribute("open").Should().BeFalse();
        reply.QuerySelector("summary")!.TextContent.Should().Contain("你怎么找到");
        var faults = review.Page.QuerySelectorAll(".faults li").Select(f => string.Concat(f.TextContent.Where(c => !char.IsWhiteSpace(c)))).ToList();
        faults[0].Should().Be("“线路没有问题，请大家放心”未查先定：客流还没有查可以这样说：改线是局里批的，有没有听够意见，我今天就去查。");
        faults[1].Should().Contain("空头承诺").And.Contain("周五下午在原公告下面答复");
        review.Text.Should().NotContain("怎么改：");
        (await visitor.GetAsync(review.Address.AbsolutePath.Replace("/review", "", StringComparison.Ordinal))).One($"img[alt='{ShownContent.Alt}']");
    }

    [Fact]
    public async Task A_drawing_is_an_image_that_can_do_nothing_and_stays_under_its_address()
    {
        using var visitor = app.NewVisitor();
        var address = (await visitor.GetAsync("/questions/bus-stop")).One(".picture img").GetAttribute("src")!;

        var drawing = await visitor.GetAsync(address);

        drawing.Response.Content.Headers.ContentType!.MediaType.Should().Be("image/svg+xml");
        drawing.Response.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        drawing.Response.Headers.GetValues("X-Content-Type-Options").Single().Should().Be("nosniff");
        drawing.Response.Headers.CacheControl!.ToString().Should().Contain("immutable");
        (await visitor.GetAsync(address.Replace(".svg", "0.svg", StringComparison.Ordinal))).Status.Should().Be(HttpStatusCode.NotFound);

        app.Sample.Replace(ShownContent.Drawing, "站牌", "新站牌");
        await app.Services.GetRequiredService<ContentReloader>().LoadAsync(default);

        (await visitor.GetAsync("/questions/bus-stop")).One(".picture img").GetAttribute("src").Should().NotBe(address);
        (await visitor.GetAsync(address)).Text.Should().Contain(">站牌<", "a draft may still answer the old one");
    }

    [Theory]
    [InlineData("?theme=交通出行", true)]
    [InlineData("?theme=教育", false)]
    [InlineData("?exam=事业单位", true)]
    [InlineData("?exam=国考", false)]
    [InlineData("?type=public-doubt&form=现象", true)]
    [InlineData("?type=analysis&form=漫画", false)]
    public async Task The_bank_is_filtered_by_theme_exam_and_form(string query, bool isThere)
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/questions" + query);

        page.Page.QuerySelectorAll("h2 a").Select(a => a.GetAttribute("href")).Contains("/questions/bus-stop").Should().Be(isThere);
    }

    [Fact]
    public async Task A_word_file_holds_the_material_and_the_words_for_the_drawing()
    {
        using var visitor = app.NewVisitor();
        foreach (var address in new[] { "/sheets/bus-stop", "/sheets/panel/three?doc=book" })
        {
            var page = await visitor.GetAsync(address);
            var word = page.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).First(h => h?.Contains("word", StringComparison.OrdinalIgnoreCase) == true)!;
            var file = await visitor.Client.GetByteArrayAsync(new Uri(page.Address, word));
            using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(file), false);

            document.MainDocumentPart!.Document!.Body!.InnerText.Should().Contain("某路公交停靠二十一站").And.Contain("240 人").And.Contain(ShownContent.Alt, address);
        }
    }

    [Fact]
    public async Task A_teachers_copy_keeps_drawing_material_and_replies()
    {
        using var teacher = await app.NewPersonAsync("shown-teacher", Roles.Teacher);
        var copy = await teacher.SubmitAsync(await teacher.GetAsync("/questions/bus-stop"), "form[action*=Copy]");
        copy.One("textarea[name='follow0.reply']").TextContent.Should().Contain("一站一站");

        var ready = await teacher.SubmitAsync(copy, "button[value=ready]", ("title", "抄来的站牌题"), ("follow0.reply", "我去问司机。"));

        ready.TextOf("[role=status]").Should().Contain("已生效");
        var revision = await app.InDbAsync(db => db.QuestionRevisions.Include(r => r.Question).SingleAsync(r => r.Question.Title == "抄来的站牌题"));
        revision.FollowUps[0].Reply.Should().Be("我去问司机。");
        (await teacher.GetAsync($"/questions/{revision.Question.Slug}")).One($"img[alt='{ShownContent.Alt}']");
        (await teacher.SubmitAsync(await teacher.GetAsync(ready.Address.AbsolutePath), "button[value=keep]", ("title", "再改一次"))).One($"img[alt='{ShownContent.Alt}']");
    }
}
