using System.Net;
using InterviewPrep.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Accounts;

public sealed class VisitorTransferTests(App app) : IClassFixture<App>
{
    private const string Lesson = "first-words";

    [Fact]
    public async Task Registering_takes_along_what_the_visitor_did_and_the_visitors_cookie_goes()
    {
        using var visitor = app.NewVisitor();
        await DoEverythingAsync(visitor, "登录前写的一句。");

        await visitor.RegisterAsync("带着进度来");

        (await AttemptsAsync(visitor)).Should().Equal(1);
        (await visitor.GetAsync("/practice/bus-stop")).TextOf("#s-attitude").Should().Be("登录前写的一句。");
        var lesson = await visitor.GetAsync($"/lessons/{Lesson}");
        lesson.TextOf("#answer").Should().Be("登录前写的一句。");
        lesson.Page.Body!.TextContent.Should().Contain("这一课已学完");
        visitor.Cookies.Should().NotContain(c => c.Name == "visitor");
    }

    [Fact]
    public async Task Signing_in_merges_attempts_are_renumbered_and_no_text_is_lost()
    {
        using (var first = app.NewVisitor())
        {
            await first.RegisterAsync("两处都写");
            await DoEverythingAsync(first, "账号里写的。");
        }
        app.Clock.Advance(TimeSpan.FromHours(1));
        using var phone = app.NewVisitor();
        await DoEverythingAsync(phone, "手机上写的。");

        await phone.SignInAsync("两处都写");

        (await AttemptsAsync(phone)).Should().Equal(1, 2);
        var lesson = await phone.GetAsync($"/lessons/{Lesson}");
        lesson.TextOf("#answer").Should().Be("手机上写的。");
        lesson.TextOf("#exercise details").Should().Contain("账号里写的。");
        var owner = await IdAsync("两处都写");
        (await app.InDbAsync(db => db.LessonCompletions.CountAsync(c => c.OwnerId == owner))).Should().Be(1);
        var texts = await app.InDbAsync(db => db.Drafts.Where(d => d.OwnerId == owner).OrderBy(d => d.Number).Select(d => d.Text).ToListAsync());
        texts.Select(t => t.Of("attitude")).Should().Equal("账号里写的。", "手机上写的。");
    }

    [Fact]
    public async Task Transferring_twice_and_in_two_tabs_doubles_nothing()
    {
        using var person = app.NewVisitor();
        await person.RegisterAsync("两个标签页");
        await DoEverythingAsync(person, "第一回。");
        using var visitor = app.NewVisitor();
        await DoEverythingAsync(visitor, "第二回。");
        var cookie = visitor.Cookies.Single(c => c.Name == "visitor");
        var tabs = Enumerable.Range(0, 6).Select(_ => app.NewVisitor()).ToList();
        foreach (var tab in tabs) tab.AddCookie(new Cookie(cookie.Name, cookie.Value, "/", app.Address.Host));

        await Task.WhenAll(tabs.Select(tab => tab.SignInAsync("两个标签页")));

        // Claims at the same moment may leave a gap in the numbers; what counts is that each draft is there once.
        (await AttemptsAsync(person)).Should().HaveCount(2).And.OnlyHaveUniqueItems();
        foreach (var tab in tabs) (await AttemptsAsync(tab)).Should().HaveCount(2).And.OnlyHaveUniqueItems();
        var owner = await IdAsync("两个标签页");
        var answer = await app.InDbAsync(db => db.ExerciseAnswers.SingleAsync(a => a.OwnerId == owner));
        new[] { answer.Text }.Concat(answer.Earlier.Select(e => e.Text)).Should().BeEquivalentTo("第一回。", "第二回。");
        tabs.ForEach(t => t.Dispose());
    }

    [Fact]
    public async Task A_tab_that_was_open_before_signing_in_goes_on_with_the_same_draft()
    {
        using var person = app.NewVisitor();
        await person.WriteAsync("登录前的半句");
        await person.RegisterAsync("开着页面");

        var page = await person.GetAsync("/practice/bus-stop");
        await person.SubmitAsync(page, "form.practice button[value=save]", ("sections.attitude", "登录前的半句，登录后写完。"));

        var owner = await IdAsync("开着页面");
        (await app.InDbAsync(db => db.Drafts.Where(d => d.OwnerId == owner).Select(d => d.Text).SingleAsync())).Of("attitude").Should().Be("登录前的半句，登录后写完。");
    }

    private async Task<Guid> IdAsync(string name) => await app.InDbAsync(db => db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());

    private static async Task DoEverythingAsync(Visitor visitor, string text)
    {
        await visitor.WriteAsync(text);
        var lesson = await visitor.GetAsync($"/lessons/{Lesson}");
        await visitor.SubmitAsync(lesson, "form[action*=Exercise]", ("answer", text));
        await visitor.SubmitAsync(lesson, "button[formaction*=Read]");
    }

    private static async Task<IEnumerable<int>> AttemptsAsync(Visitor visitor) =>
        (await visitor.GetAsync("/drafts")).Page.QuerySelectorAll("main li .tag").Select(t => t.TextContent)
            .Where(t => t.Contains('稿')).Select(t => int.Parse(t.Trim('第', ' ', '稿'), System.Globalization.CultureInfo.InvariantCulture)).Order();
}
