using InterviewPrep.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Goals;

/// <summary>The three questions of the first day: each may be skipped, each may be changed, and they go with the person into the account.</summary>
public sealed class GoalTests(App app) : IClassFixture<App>
{
    private DateOnly Today => DateOnly.FromDateTime(app.Clock.GetUtcNow().AddHours(8).DateTime);

    [Fact]
    public async Task A_visitor_answers_three_questions_and_the_desk_counts_the_days()
    {
        using var visitor = app.NewVisitor();
        var first = await visitor.GetAsync("/");
        first.Page.QuerySelectorAll("input[type=radio][checked]").Should().BeEmpty("nothing is chosen until somebody taps");

        var desk = await visitor.SubmitAsync(first, "form[action='/goal']", ("examDate", $"{Today.AddDays(9):yyyy-MM-dd}"), ("minutes", "45"), ("exam", "事业单位"));

        desk.Address.AbsolutePath.Should().Be("/");
        desk.TextOf("main").Should().Contain("离考试还有 9 天");
        var form = await visitor.GetAsync(desk.One("main a[href='/goal']").GetAttribute("href")!);
        form.Page.QuerySelectorAll("input[type=radio][checked]").Select(i => i.GetAttribute("value")).Should().Equal("45", "事业单位");
        (await visitor.SubmitAsync(form, "main form", ("examDate", $"{Today.AddDays(3):yyyy-MM-dd}"))).TextOf("main").Should().Contain("离考试还有 3 天");
    }

    [Fact]
    public async Task All_three_may_be_skipped_and_are_not_asked_again()
    {
        using var visitor = app.NewVisitor();

        var desk = await visitor.SubmitAsync(await visitor.GetAsync("/"), "form[action='/goal']");

        desk.Page.QuerySelector("form[action='/goal']").Should().BeNull();
        desk.TextOf("main").Should().NotContain("离考试还有");
        desk.One("main a.btn.primary");
    }

    [Theory]
    [InlineData("examDate", "2026-02-30", "考试日期不对")]
    [InlineData("examDate", "9999-12-31", "考试日期不对")]
    [InlineData("minutes", "7", "请从列出的里面选")]
    [InlineData("exam", "高考", "请从列出的里面选")]
    public async Task What_cannot_be_kept_is_said_and_what_was_typed_stays(string field, string value, string reason)
    {
        using var visitor = app.NewVisitor();
        var form = await visitor.SubmitAsync(await visitor.GetAsync("/goal"), "main form", [.. field == "minutes" ? [] : new[] { ("minutes", "15") }, (field, value)]);

        form.TextOf("[role=alert]").Should().Contain(reason);
        if (field != "minutes") form.One("input[name=minutes][checked]").GetAttribute("value").Should().Be("15");
    }

    [Fact]
    public async Task An_old_tab_overwrites_nothing_unseen()
    {
        using var visitor = app.NewVisitor();
        var old = await visitor.GetAsync("/goal");
        await visitor.SubmitAsync(old, "main form", ("minutes", "15"));

        var late = await visitor.SubmitAsync(old, "main form", ("minutes", "60"));

        ((int)late.Status).Should().Be(409);
        late.One("input[name=minutes][checked]").GetAttribute("value").Should().Be("60");
        (await visitor.SubmitAsync(late, "main form")).Address.AbsolutePath.Should().Be("/");
    }

    [Fact]
    public async Task The_goal_goes_into_the_account_and_what_only_one_side_knows_stays()
    {
        using var person = await app.NewPersonAsync("带着目标登录");
        await person.SubmitAsync(await person.GetAsync("/goal"), "main form", ("minutes", "15"), ("exam", "省考"));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        using var visitor = app.NewVisitor();
        await visitor.SubmitAsync(await visitor.GetAsync("/"), "form[action='/goal']", ("minutes", "60"));

        await visitor.SubmitAsync(await visitor.GetAsync("/account/sign-in"), "main form", ("name", "带着目标登录"), ("password", People.Password));

        var form = await visitor.GetAsync("/goal");
        form.Page.QuerySelectorAll("input[type=radio][checked]").Select(i => i.GetAttribute("value")).Should().Equal("60", "省考");
        (await app.InDbAsync(db => db.StudyGoals.CountAsync(g => db.Users.Any(u => u.Id == g.OwnerId && u.UserName == "带着目标登录")))).Should().Be(1);
    }
}
