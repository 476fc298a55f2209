using System.Net;
using System.Text;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Classes;

/// <summary>Login slips by the page: made behind it, printed once or again.</summary>
public sealed class LoginSlipTests(App app) : IClassFixture<App>
{
    private static async Task<List<string>> ImportAsync(Classroom room, params IEnumerable<string> names)
    {
        var lines = names.Select(n => ("n" + Guid.NewGuid().ToString("N")[..8], n)).ToList();
        await room.Teacher.SubmitAsync(await room.UploadAsync(Encoding.UTF8.GetBytes("学号,姓名\n" + string.Join('\n', lines.Select(l => $"{l.Item1},{l.n}")))), "form[action*=Apply]");
        return [.. lines.Select(l => l.Item1.ToUpperInvariant())];
    }

    /// <summary>Presses a button of the page, and opens it again when the work behind it is done.</summary>
    private async Task<Answer> MakeAsync(Classroom room, string form)
    {
        var path = $"/classes/{room.ClassId}/slips";
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(path), form);
        await app.Services.GetRequiredService<SlipRuns>().Of(room.ClassId)!.Work;
        return await room.Teacher.GetAsync(path);
    }

    private static List<(string Name, string UserName, string Password)> SlipsOf(Answer page) =>
        [.. page.Page.QuerySelectorAll(".slip").Select(s => (s.QuerySelector("b")!.TextContent, s.QuerySelectorAll("dd")[1].TextContent, s.QuerySelectorAll("dd")[2].TextContent))];

    [Fact]
    public async Task Slips_open_the_class_and_are_forgotten_when_they_are_printed()
    {
        using var room = await Classroom.NewAsync(app);
        var number = (await ImportAsync(room, "𬱖某某")).Single();

        var page = await MakeAsync(room, "main form");

        var (shown, name, password) = SlipsOf(page).Single();
        (shown, name).Should().Be(("𬱖某某", number));
        using var learner = app.NewVisitor();
        await learner.SignInAsync(name, password);
        (await learner.GetAsync($"/classes/{room.ClassId}")).Status.Should().Be(HttpStatusCode.OK);
        SlipsOf(await room.Teacher.GetAsync($"/classes/{room.ClassId}/slips")).Should().ContainSingle("the page may be left and opened again");
        await room.Teacher.SubmitAsync(page, "form[action*=Printed]");
        (await room.Teacher.GetAsync($"/classes/{room.ClassId}/slips")).Text.Should().NotContain(password).And.Contain("都有账号了");
        (await room.Teacher.GetAsync($"/classes/{room.ClassId}/people")).TextOf("main").Should().Contain("𬱖某某");
    }

    [Fact]
    public async Task A_request_that_is_broken_off_loses_no_password_and_another_teacher_sees_none()
    {
        using var room = await Classroom.NewAsync(app);
        await ImportAsync(room, Enumerable.Range(1, 12).Select(i => $"学员{i}"));
        var page = await room.Teacher.GetAsync($"/classes/{room.ClassId}/slips");
        using var hangUp = new CancellationTokenSource();
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!)]);
        var sending = room.Teacher.Client.PostAsync(page.Address, body, hangUp.Token);
        var runs = app.Services.GetRequiredService<SlipRuns>();
        while (runs.Of(room.ClassId) is null && !sending.IsCompleted) await Task.Yield();
        await hangUp.CancelAsync();

        await runs.Of(room.ClassId)!.Work;

        SlipsOf(await room.Teacher.GetAsync($"/classes/{room.ClassId}/slips")).Should().HaveCount(12);
        await app.InDbAsync(async db =>
        {
            (await db.Classes.Include(c => c.Members).SingleAsync(c => c.Id == room.ClassId)).Admit(room.StrangerId, ClassRole.Teacher, app.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        var other = await room.Stranger.GetAsync($"/classes/{room.ClassId}/slips");
        SlipsOf(other).Should().BeEmpty();
        other.Text.Should().Contain("另一位老师");
    }

    [Fact]
    public async Task Who_has_never_signed_in_gets_a_new_slip_with_all_the_others()
    {
        using var room = await Classroom.NewAsync(app);
        await ImportAsync(room, "来过的", "没来过的", "也没来过的");
        var page = await MakeAsync(room, "main form");
        var first = SlipsOf(page).ToDictionary(s => s.Name);
        using var learner = app.NewVisitor();
        await learner.SignInAsync(first["来过的"].UserName, first["来过的"].Password);
        await learner.SubmitAsync(await learner.GetAsync("/account/password"), "main form", ("current", first["来过的"].Password), ("password", "他自己想的长密码"));
        var left = await room.Teacher.SubmitAsync(page, "form[action*=Printed]");
        left.TextOf("form[action*=Again]").Should().Contain("有 2 名学员");

        var second = SlipsOf(await MakeAsync(room, "form[action*=Again]")).ToDictionary(s => s.Name);

        second.Keys.Should().BeEquivalentTo("没来过的", "也没来过的");
        using var late = app.NewVisitor();
        (await late.SignInAsync(first["没来过的"].UserName, first["没来过的"].Password)).TextOf("[role=alert]").Should().Contain("再试一次");
        (await late.SignInAsync(second["没来过的"].UserName, second["没来过的"].Password)).Address.AbsolutePath.Should().Be("/account/password");
    }

    [Fact]
    public async Task While_slips_are_made_the_page_tells_how_far_it_is()
    {
        using var room = await Classroom.NewAsync(app);
        await ImportAsync(room, Enumerable.Range(1, 300).Select(i => $"学员{i}"));

        var address = $"/classes/{room.ClassId}/slips";
        var press = room.Teacher.SubmitAsync(await room.Teacher.GetAsync(address), "main form");

        // The press itself waits for a quick machine; who looks meanwhile sees how far it is.
        var page = await room.Teacher.GetAsync(address);
        while (!page.Text.Contains("正在做", StringComparison.Ordinal) && !press.IsCompleted) page = await room.Teacher.GetAsync(address);
        page.TextOf("[role=status]").Should().MatchRegex(@"正在做：\d+ / 300 名");
        page.Response.Headers.GetValues("Refresh").Should().Equal("2");
        await press;
        await app.Services.GetRequiredService<SlipRuns>().Of(room.ClassId)!.Work;
        SlipsOf(await room.Teacher.GetAsync(address)).Should().HaveCount(300);
    }
}
