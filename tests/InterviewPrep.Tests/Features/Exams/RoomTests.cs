using System.Globalization;
using InterviewPrep.Web.Features.Exams;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Exams;

/// <summary>Layouts, settings, drawn questions and the own score.</summary>
public sealed class RoomTests(ExamSite app) : IClassFixture<ExamSite>
{
    [Fact]
    public async Task A_question_that_is_only_heard_is_on_no_later_page()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GoOnAsync(await visitor.DrawNumberAsync("police-heard"), 2);
        var prompt = page.TextOf("[data-heard]");
        page.One("button[value=HearAgain]");
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        page = await visitor.SubmitAsync(page, "button[value=HearAgain]");
        page.Page.QuerySelector("button[value=HearAgain]").Should().BeNull();
        app.Clock.Advance(TimeSpan.FromMinutes(3));
        page = await visitor.GetAsync(page.Address.AbsolutePath);
        page.Phase().Should().Be("Thinking", "the reading out ends by itself");
        page.Text.Should().NotContain(prompt[..12]);
        (await visitor.GoOnAsync(page)).Text.Should().NotContain(prompt[..12]);
    }

    [Fact]
    public async Task Material_is_read_before_the_room_and_the_questions_stay_unknown()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GoOnAsync(await visitor.DrawNumberAsync("survey-team"));
        page.Phase().Should().Be("Reading");
        page.One(".material");
        page.Page.QuerySelectorAll(".prompt").Should().BeEmpty();
        page = await visitor.GoOnAsync(page, ("Notes", "三个数对不上"));
        page.Phase().Should().Be("Entering");
        page = await visitor.GoOnAsync(page, 2);
        page.Text.Should().Contain("三个数对不上");
    }

    [Fact]
    public async Task In_a_group_each_question_is_cut_off_after_its_own_time()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GoOnAsync(await visitor.DrawNumberAsync("national-group"));
        page.Page.QuerySelectorAll(".prompt").Should().HaveCount(3, "the three questions are known beforehand");
        page = await visitor.GoOnAsync(page, 3);
        page.Phase().Should().Be("Answering");
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        (await visitor.GetAsync(page.Address.AbsolutePath)).Phase().Should().Be("Between");
    }

    [Fact]
    public async Task Every_number_is_a_setting()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.DrawNumberAsync(settings: [("Input.Minutes", "9"), ("Input.Reminder", "59"), ("Input.Present", SittingForm.Heard)]);
        page.TextOf(".lead + .muted").Should().Be("3 题共用 9 分钟，听题作答，还剩 8 分钟时提醒");
        var each = await visitor.DrawNumberAsync(settings: [("Input.Clock", SittingForm.Each), ("Input.Answering", "100"), ("Input.Thinking", "0")]);
        each.TextOf(".lead + .muted").Should().Be("3 题，每题作答 1 分 40 秒，到时即止，看题作答");
    }

    [Fact]
    public async Task A_number_that_cannot_be_is_refused_and_everything_typed_stays()
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.DrawNumberAsync(settings: [("Input.Minutes", "很久"), ("Input.Answering", "9999"), ("Input.Mode", SittingForm.Write), ("Input.Clock", SittingForm.Each)]);

        page.TextOf("[role=alert]").Should().Contain("全卷 1 到 60 分钟").And.Contain("30 到 600 秒");
        page.One("input[name='Input.Minutes']").GetAttribute("value").Should().Be("很久");
        page.One("input[name='Input.Answering']").GetAttribute("value").Should().Be("9999");
        page.One($"input[name='Input.Mode'][value={SittingForm.Write}]").HasAttribute("checked").Should().BeTrue();
        page.One($"input[name='Input.Clock'][value={SittingForm.Each}]").HasAttribute("checked").Should().BeTrue();
    }

    [Fact]
    public async Task A_drawn_paper_has_the_types_that_were_asked_for_and_nothing_that_was_done()
    {
        using var visitor = app.NewVisitor();
        var form = await visitor.GetAsync("/exams/draw");
        var seen = new HashSet<int>();
        for (var i = 0; i < 3; i++)
        {
            var page = await visitor.SubmitAsync(await visitor.GetAsync("/exams/draw"), "main form", ("Wanted.Layout", "three-15"), ("Wanted.Types", "analysis"), ("Wanted.Types", "planning"), ("Wanted.OnlyNew", "true"));
            page.Phase().Should().Be("Drawn");
            var id = Guid.Parse(page.Address.AbsolutePath.Split('/')[^1]);
            var drawn = await app.InDbAsync(db => db.ExamAnswers.Where(a => a.SittingId == id).Select(a => new { a.QuestionId, a.QuestionRevision.Question.Type }).ToListAsync());
            drawn.Select(d => d.Type).Distinct().Should().BeEquivalentTo("analysis", "planning");
            drawn.Should().OnlyContain(d => seen.Add(d.QuestionId));
        }
        (await visitor.SubmitAsync(form, "main form", ("Wanted.Layout", "three-15"), ("Wanted.From", "5"), ("Wanted.To", "1"))).TextOf(".problem").Should().StartWith("这样的题不够一套");
        var (first, second) = (await visitor.SubmitAsync(form, "main form", ("Wanted.Layout", "two-10")), await visitor.SubmitAsync(form, "main form", ("Wanted.Layout", "two-10")));
        second.Address.Should().Be(first.Address, "the same form sent twice begins one sitting");
    }

    [Fact]
    public async Task The_own_score_by_elements_is_added_up_and_laid_beside_the_sittings_before()
    {
        using var visitor = app.NewVisitor();
        for (var i = 0; i < 2; i++)
        {
            var report = await visitor.GoOnAsync(await visitor.DrawNumberAsync(), 14);
            var fields = report.Page.QuerySelectorAll("input[name=points]").Select(e => double.Parse(e.GetAttribute("max")!, CultureInfo.InvariantCulture)).ToList();
            fields.Sum().Should().Be(100);
            var share = i == 0 ? .5 : .7;
            var bad = await visitor.SubmitAsync(report, "form[action*=Score]", [.. fields.Select(f => ("points", (f + 1).ToString(CultureInfo.InvariantCulture)))]);
            bad.TextOf(".problem").Should().StartWith("每一项都要给分");
            var scored = await visitor.SubmitAsync(report, "form[action*=Score]", [.. fields.Select(f => ("points", (f * share).ToString("0.0", CultureInfo.InvariantCulture)))]);
            scored.TextOf(".total").Should().Be(i == 0 ? "50" : "70");
            if (i == 1) scored.Page.QuerySelectorAll("table")[^1].QuerySelectorAll("tbody tr td:last-child").Select(c => c.TextContent).Should().Equal("70", "50");
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task What_a_visitor_sat_goes_with_them_into_the_account_and_out_with_the_export()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GoOnAsync(await visitor.DrawNumberAsync(settings: ("Input.Mode", SittingForm.Write)), 4);
        await visitor.GoOnAsync(page, ("Text", "我先看现场，再打电话。"));
        (await app.NewPersonAsync("考生甲")).Dispose();
        await visitor.SubmitAsync(await visitor.GetAsync("/account/sign-in"), "main form", ("name", "考生甲"), ("password", Support.People.Password));
        (await visitor.GetAsync(page.Address.AbsolutePath)).Phase().Should().Be("Between");
        var delete = await visitor.GetAsync("/account/delete");
        delete.Text.Should().Contain("1 场模拟考试的记录和录音会删除。");
    }
}
