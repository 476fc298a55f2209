using InterviewPrep.Tests.Features.Exams;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.StudyPlan;

/// <summary>Three learners live to their exam and read the desk every day: one steady, one who stays away, one with two days left.</summary>
public sealed class TenDaysTests(ShippedApp app) : IClassFixture<ShippedApp>
{
    private const string Words = "我先把大家的意见接下来，查清楚以后马上改，改完再告诉大家一声，三天之内给答复。";

    private const int MostSteps = 12, MostPresses = 40;

    private DateOnly Today => DateOnly.FromDateTime(app.Clock.GetUtcNow().AddHours(8).DateTime);

    [Fact]
    public async Task The_steady_one_follows_the_one_button_every_day_until_the_exam()
    {
        using var learner = app.NewVisitor();
        var desk = await BeginAsync(learner, 9, 30);
        var kinds = new List<string>();
        for (var day = 9; day > 0; day--)
        {
            desk.TextOf("main").Should().Contain($"离考试还有 {day} 天");
            var before = Items(desk);
            before.Should().NotBeEmpty();
            if (day <= 3) before.Should().OnlyContain(i => i.StartsWith("套题") || i.StartsWith("漏点复习"), "the last days begin nothing new");
            kinds.AddRange(before.Select(i => i[..2]));

            var done = await FinishTheDayAsync(learner);

            done.TextOf("h1").Should().Be("今天的做完了");
            done.Page.QuerySelectorAll(".portion .finished").Should().HaveCountGreaterThanOrEqualTo(before.Count);
            done.One(".days [aria-current]").ClassName.Should().MatchRegex("full|part");
            app.Clock.Advance(TimeSpan.FromDays(1));
            desk = await learner.GetAsync("/");
        }
        desk.TextOf("h1").Should().Be("今天考试，稳住就好");
        kinds.Should().Contain(["漏点", "课：", "套题"]);
    }

    [Fact]
    public async Task The_one_who_stayed_away_for_two_days_goes_on_without_a_pile()
    {
        using var learner = app.NewVisitor();
        await BeginAsync(learner, 9, 30);
        await FinishTheDayAsync(learner);
        app.Clock.Advance(TimeSpan.FromDays(3));

        var back = await learner.GetAsync("/");

        back.TextOf("h1").Should().StartWith("接着来，今天");
        back.TextOf(".lead").Should().StartWith("空了两天没关系。剩下的 6 天重新排过");
        back.Page.QuerySelectorAll(".days .rest").Should().HaveCount(2);
        back.TextOf(".days .rest .sr").Should().Be("，没练");
        back.Page.QuerySelectorAll(".portion .mins").Sum(m => int.Parse(m.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).Should().BeLessThanOrEqualTo(33);
    }

    [Fact]
    public async Task The_one_with_two_days_left_sits_papers_only()
    {
        using var learner = app.NewVisitor();
        var desk = await BeginAsync(learner, 2, 45);

        Items(desk).Should().HaveCount(1).And.OnlyContain(i => i.StartsWith("套题"));
        desk.TextOf(".portion .why").Should().StartWith("最后两天只做套题和漏点");
        (await FinishTheDayAsync(learner)).TextOf("h1").Should().Be("今天的做完了");
        app.Clock.Advance(TimeSpan.FromDays(1));
        Items(await learner.GetAsync("/")).Should().OnlyContain(i => i.StartsWith("套题") || i.StartsWith("漏点复习"));
        app.Clock.Advance(TimeSpan.FromDays(1));
        (await learner.GetAsync("/")).TextOf("h1").Should().Be("今天考试，稳住就好");
        app.Clock.Advance(TimeSpan.FromDays(1));
        (await learner.GetAsync("/")).TextOf(".lead").Should().StartWith("考完了，辛苦了");
    }

    [Fact]
    public async Task A_paper_that_was_sat_under_the_clock_is_ticked()
    {
        using var learner = app.NewVisitor();
        var desk = await BeginAsync(learner, 2, 45);

        var page = await learner.DrawNumberAsync(desk.One("main a.btn.primary").GetAttribute("href")!.Split('/')[^1]);
        for (var i = 0; i < MostPresses && !page.Address.AbsolutePath.EndsWith("/report", StringComparison.Ordinal); i++) page = await learner.GoOnAsync(page);

        var done = await learner.GetAsync("/");
        done.TextOf("h1").Should().Be("今天的做完了");
        done.TextOf(".portion .finished .what").Should().Contain("套题");
    }

    [Fact]
    public async Task The_days_stand_in_a_list_in_a_calendar_and_in_a_file_for_other_calendars()
    {
        using var learner = app.NewVisitor();
        var desk = await BeginAsync(learner, 9, 30);

        var plan = await learner.GetAsync(desk.One("main a[href='/plan']").GetAttribute("href")!);

        plan.TextOf("h1").Should().Be("到考试还有 9 天");
        plan.Page.QuerySelectorAll(".ahead li").Should().HaveCount(10);
        plan.Page.QuerySelectorAll(".ahead li")[^1].TextContent.Should().EndWith("考试");
        plan.Page.QuerySelectorAll(".month td").Count(d => d.TextContent.Contains("只做", StringComparison.Ordinal)).Should().Be(3);
        var file = await learner.GetAsync("/plan/calendar.ics");
        file.Response.Content.Headers.ContentType!.MediaType.Should().Be("text/calendar");
        file.Text.Split("BEGIN:VEVENT").Should().HaveCount(11);
        file.Text.Should().Contain($"DTSTART;VALUE=DATE:{Today.AddDays(9):yyyyMMdd}").And.Contain("SUMMARY:面试考试");
    }

    private async Task<Answer> BeginAsync(Visitor learner, int days, int minutes) =>
        await learner.SubmitAsync(await learner.GetAsync("/"), "form[action='/goal']", ("examDate", $"{Today.AddDays(days):yyyy-MM-dd}"), ("minutes", $"{minutes}"));

    private static List<string> Items(Answer desk) => [.. desk.Page.QuerySelectorAll(".portion .what").Select(w => w.TextContent.Replace("现在做：", "").Trim())];

    // Does what the one primary button leads to, again and again, until the desk says that the day is done.
    private static async Task<Answer> FinishTheDayAsync(Visitor learner)
    {
        for (var step = 0; ; step++)
        {
            var desk = await learner.GetAsync("/");
            if (desk.TextOf("h1") == "今天的做完了") return desk;
            step.Should().BeLessThan(MostSteps, desk.TextOf("main"));
            var address = desk.Page.QuerySelectorAll("main a.btn.primary").Should().ContainSingle("a page has one primary button").Which.GetAttribute("href")!;
            var page = await learner.GetAsync(address);
            if (address.StartsWith("/lessons/", StringComparison.Ordinal)) await learner.SubmitAsync(page, "button[formaction*=Read]");
            else if (address == "/recall") await ReviewAsync(learner, page);
            else if (address.StartsWith("/practice/", StringComparison.Ordinal)) await AnswerAsync(learner, page);
            else
            {
                foreach (var question in page.Page.QuerySelectorAll("main li a[href^='/practice/']").Select(a => a.GetAttribute("href")!)) await AnswerAsync(learner, await learner.GetAsync(question));
            }
        }
    }

    private static async Task ReviewAsync(Visitor learner, Answer page)
    {
        while (page.Page.QuerySelector("form[action*=Reveal]") is not null)
            page = await learner.SubmitAsync(await learner.SubmitAsync(page, "form[action*=Reveal]"), ".recall-grades button[value='3']");
    }

    // Writes, compares, and finds every other point in the own answer.
    private static async Task AnswerAsync(Visitor learner, Answer page)
    {
        var field = page.One("form.practice textarea").GetAttribute("name")!;
        var review = await learner.SubmitAsync(page, "form.practice button[value=finish]", (field, Words));
        var points = review.Page.QuerySelectorAll("input[name=ticks]").Select(i => i.GetAttribute("value")!).ToList();
        await learner.SubmitAsync(review, "form[action*=Score]", [.. points.Where((_, i) => i % 2 == 0).Select(p => ("ticks", p))]);
    }
}
