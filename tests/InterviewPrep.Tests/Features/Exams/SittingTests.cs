using System.Net;
using InterviewPrep.Web.Features.Exams;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Exams;

/// <summary>A whole paper, from the drawn number to the report, by plain forms.</summary>
public sealed class SittingTests(ExamSite app) : IClassFixture<ExamSite>
{
    private const string Said = "我先请排队的群众到休息区，再把红灯的原因查清楚，当天在窗口说明。";

    [Fact]
    public async Task A_paper_is_sat_question_by_question_and_the_model_answers_come_with_the_report()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.DrawNumberAsync(settings: ("Input.Mode", SittingForm.Both));
        page.Phase().Should().Be("Drawn");
        page.One(".huge-lot").TextContent.Should().MatchRegex("^[0-3][0-9]$");
        page.Page.QuerySelector(".top").Should().BeNull("there is no navigation while the clock runs");
        page.EndsAt().Should().BeNull();

        page = await visitor.GoOnAsync(page);
        page.TextOf("[data-says]").Should().Contain("号考生").And.Contain("3道题").And.Contain("15");
        page = await visitor.GoOnAsync(page);
        page.EndsAt().Should().Be(app.Clock.GetUtcNow().AddMinutes(15), "the clock starts with the first question");
        app.Clock.Advance(TimeSpan.FromSeconds(20));
        page = await visitor.GoOnAsync(page);
        app.Clock.Advance(TimeSpan.FromSeconds(58));
        page = await visitor.GoOnAsync(page, ("Notes", "截图留底"));
        page.TextOf("#notes").Should().Be("截图留底");
        app.Clock.Advance(TimeSpan.FromSeconds(156));
        page = await visitor.GoOnAsync(page, ("Notes", "截图留底"), ("Text", Said));
        page.TextOf("h1").Should().Be("第 1 题答完了");
        page.Page.QuerySelectorAll("dd").Select(d => d.TextContent).Should().Equal("0:58", "2:36");
        (await visitor.GetAsync(page.Address.AbsolutePath + "/report")).Address.AbsolutePath.Should().NotEndWith("report", "it is not over");
        page.Text.Should().NotContain("采分点");

        page = await visitor.GoOnAsync(page, 9);
        page.Address.AbsolutePath.Should().EndWith("/report");
        page.TextOf(".lead").Should().Be("3 题用了 3 分 54 秒，都答了。");
        var first = await visitor.GetAsync(page.Address.AbsolutePath + "?q=1");
        first.Page.QuerySelectorAll("dd").Select(d => d.TextContent).Should().StartWith(["58 秒", "2 分 36 秒"]);
        first.Text.Should().Contain(Said).And.Contain("截图留底").And.Contain("示例作答").And.Contain("采分点");
        (await visitor.GetAsync(page.Address.AbsolutePath + "?all=true")).Page.QuerySelectorAll(".report-question").Should().HaveCount(3);
    }

    [Fact]
    public async Task A_reload_in_each_phase_goes_on_with_the_same_instants()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.DrawNumberAsync();
        for (var i = 0; i < 14; i++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(7));
            var again = await visitor.GetAsync(page.Address.AbsolutePath);
            (again.Phase(), again.Step(), again.EndsAt()).Should().Be((page.Phase(), page.Step(), page.EndsAt()));
            page = await visitor.GoOnAsync(page);
        }
        page.Address.AbsolutePath.Should().EndWith("/report");
    }

    [Fact]
    public async Task The_time_is_up_by_the_server_and_what_was_on_its_way_still_counts()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GoOnAsync(await visitor.DrawNumberAsync(settings: ("Input.Mode", SittingForm.Write)), 4);
        page.Phase().Should().Be("Answering");
        app.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(6));
        var over = await visitor.GoOnAsync(page, ("Text", Said));
        over.TextOf("[role=alert]").Should().Contain("时间到");
        over.TextOf("main p").Should().Be("时间用完时在第 1 题，后面的题没有轮到。");
        (await visitor.GetAsync(page.Address.AbsolutePath + "/report?q=1")).Text.Should().Contain(Said);

        app.Clock.Advance(TimeSpan.FromSeconds(5));
        await visitor.GoOnAsync(page, ("Text", Said + "还有一句"));
        (await visitor.GetAsync(page.Address.AbsolutePath + "/report?q=1")).Text.Should().NotContain("还有一句");
        (await visitor.GetAsync(page.Address.AbsolutePath + "/report")).TextOf(".lead").Should().Be("3 题用了 15 分，2 题没有轮到，时间到才停。");
    }

    [Fact]
    public async Task What_was_pressed_and_written_without_a_network_counts_from_when_it_was()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GoOnAsync(await visitor.DrawNumberAsync(settings: ("Input.Mode", SittingForm.Write)), 4);
        var pressed = app.Clock.GetUtcNow().AddMinutes(14);
        app.Clock.Advance(TimeSpan.FromMinutes(17));
        var over = await visitor.GoOnAsync(page, ("Text", Said), ("At", pressed.ToString("O")));
        over.TextOf("[role=alert]").Should().Contain("时间到");
        var report = await visitor.GetAsync(page.Address.AbsolutePath + "/report?q=1");
        report.Text.Should().Contain(Said);
        report.Page.QuerySelectorAll("dd")[1].TextContent.Should().Be("14 分", "the answer ended when it was pressed, the paper when its time was up");

        var claimed = await visitor.GoOnAsync(await visitor.DrawNumberAsync(settings: ("Input.Mode", SittingForm.Write)), 4);
        app.Clock.Advance(TimeSpan.FromHours(3));
        await visitor.GoOnAsync(claimed, ("Text", "很久以后"), ("At", app.Clock.GetUtcNow().AddHours(-3).ToString("O")));
        (await visitor.GetAsync(claimed.Address.AbsolutePath + "/report?q=1")).Text.Should().NotContain("很久以后", "nobody is without a network for hours");
    }

    [Fact]
    public async Task Two_devices_sit_one_paper_and_a_press_sent_twice_counts_once()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GoOnAsync(await visitor.DrawNumberAsync(settings: ("Input.Mode", SittingForm.Write)), 4);
        using var second = visitor.OnSecondDevice(app);
        var there = await second.GetAsync(page.Address.AbsolutePath);
        (there.Step(), there.EndsAt()).Should().Be((page.Step(), page.EndsAt()));

        await second.SubmitAsync(there, "form[data-sitting]", ("Text", "手机上写的。"));
        var here = await visitor.GoOnAsync(page, ("Text", "电脑上写的。"));
        here.Phase().Should().Be("Between");
        var twice = await visitor.GoOnAsync(page, ("Text", "电脑上写的。"));
        (twice.Phase(), twice.Step()).Should().Be((here.Phase(), here.Step()));
        var end = await second.GoOnAsync(await second.GetAsync(page.Address.AbsolutePath), 9);
        (await second.GetAsync(end.Address.AbsolutePath + "?q=1")).Text.Should().Contain("手机上写的。").And.Contain("电脑上写的。");
    }

    [Fact]
    public async Task A_sitting_that_was_left_stands_on_the_desk_and_on_the_papers_page_until_it_is_over()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GoOnAsync(await visitor.DrawNumberAsync(), 2);
        foreach (var place in new[] { "/", "/exams", $"/exams/{SittingPages.Paper}" })
            (await visitor.GetAsync(place)).TextOf($"a[href='{page.Address.AbsolutePath}']").Should().Be("接着考", place);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        (await visitor.GetAsync("/")).Page.QuerySelector($"a[href='{page.Address.AbsolutePath}']").Should().BeNull();
        (await visitor.GetAsync("/sittings")).TextOf("tbody th a").Should().Be("窗口岗：新人、红灯与插队视频");
    }

    [Fact]
    public async Task A_sitting_is_its_owners_alone_and_is_gone_when_it_is_deleted()
    {
        using var visitor = app.NewVisitor();
        using var other = app.NewVisitor();
        var page = await visitor.GoOnAsync(await visitor.DrawNumberAsync(), 4);
        var path = page.Address.AbsolutePath;
        foreach (var ending in new[] { "", "/report", "/delete" }) (await other.GetAsync(path + ending)).Status.Should().Be(HttpStatusCode.NotFound);
        await other.DrawNumberAsync();
        (await other.SubmitAsync(page, "form[data-sitting]")).Status.Should().NotBe(HttpStatusCode.OK);

        (await visitor.SubmitAsync(await visitor.GetAsync(path + "/delete"), "main form")).Address.AbsolutePath.Should().Be("/sittings");
        (await visitor.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound);
        var id = Guid.Parse(path.Split('/')[^1]);
        (await app.InDbAsync(db => db.ExamAnswers.CountAsync(a => a.SittingId == id))).Should().Be(0);
    }
}
