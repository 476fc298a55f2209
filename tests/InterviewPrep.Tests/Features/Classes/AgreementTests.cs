using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Throttle;
using InterviewPrep.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Classes;

/// <summary>What a teacher may do with a learner's account, and what of it stands in the log.</summary>
public sealed class AgreementTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_teacher_can_neither_impersonate_nor_give_a_password_to_whom_they_took_in_by_name()
    {
        using var room = await Classroom.NewAsync(app);
        using var stranger = await app.NewPersonAsync("被拉进来的人");
        var id = await app.InDbAsync(db => db.Users.Where(u => u.UserName == "被拉进来的人").Select(u => u.Id).SingleAsync());
        var people = $"/classes/{room.ClassId}/people";

        var after = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(people), "form[action*=Admit]", ("userName", "被拉进来的人"), ("role", "Learner"));

        after.Text.Should().Contain("被拉进来的人").And.NotContain($"{people}/{id}/password");
        (await room.Teacher.GetAsync($"{people}/{id}/password")).Status.Should().Be(HttpStatusCode.NotFound);
        (await room.Teacher.GetAsync("/look-as")).Text.Should().NotContain("被拉进来的人");
        (await room.Teacher.GetAsync($"{people}/{room.AId}/password")).Status.Should().Be(HttpStatusCode.OK, "he joined himself");
    }

    [Fact]
    public async Task A_learner_of_the_class_gets_a_slip_from_the_teacher_and_is_signed_out_everywhere()
    {
        using var room = await Classroom.NewAsync(app);
        var path = $"/classes/{room.ClassId}/people/{room.BId}/password";

        var slip = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(path), "main form");

        (await room.B.GetAsync("/account")).Address.AbsolutePath.Should().Be("/account/sign-in");
        using var again = app.NewVisitor();
        var name = await app.InDbAsync(db => db.Users.Where(u => u.Id == room.BId).Select(u => u.UserName!).SingleAsync());
        var inside = await again.SignInAsync(name, slip.Page.QuerySelectorAll(".slip .secret")[1].TextContent);
        inside.Address.AbsolutePath.Should().Be("/account/password", "the password of a slip is good for nothing else");
        (await EventsAsync(room.TeacherId)).Should().Contain(AuditEvents.PasswordIssued);
    }

    [Fact]
    public async Task Releases_what_is_taken_back_and_files_taken_along_are_in_the_log()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.AnswerAsync(assignment, room.AId);
        await room.MarkAllAsync(assignment);
        var address = $"/classes/{room.ClassId}/assignments/{assignment}";

        var released = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(address + "/overview"), "form[action*=Release] button");
        await room.Teacher.SubmitAsync(released, "form[action*=TakeBack] button");
        await room.Teacher.GetAsync(address + "/export/csv");

        (await EventsAsync(room.TeacherId)).Should().ContainInOrder(AuditEvents.Released, AuditEvents.ReleaseTakenBack, AuditEvents.Exported);
    }

    [Fact]
    public async Task Codes_of_classes_cannot_be_tried_for_long()
    {
        using var room = await Classroom.NewAsync(app);
        for (var i = 0; i < 10; i++) (await room.Stranger.GetAsync($"/join/WRNGWRN{(char)('A' + i)}")).Status.Should().Be(HttpStatusCode.NotFound);

        (await room.Stranger.GetAsync($"/join/{room.JoinCode}")).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await room.A.GetAsync($"/join/{room.JoinCode}")).Status.Should().Be(HttpStatusCode.OK, "it is the account that waits, not the school's address");
    }

    [Fact]
    public async Task Wrong_codes_of_visitors_behind_an_address_keep_the_right_code_out_for_nobody()
    {
        using var room = await Classroom.NewAsync(app);
        using var bored = app.NewVisitor();
        using var newcomer = await app.NewPersonAsync("有码的人" + room.JoinCode);
        using var visitor = app.NewVisitor();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < CodeThrottle.MostByAddress; i++) statuses.Add((await bored.GetAsync($"/join/WRNG{(char)('A' + i / 31 % 8)}{RandomCodes.Letters[i % 31]}WR")).Status);

        statuses[..CodeThrottle.ByAddress.Tries].Should().OnlyContain(s => s == HttpStatusCode.NotFound);
        statuses[CodeThrottle.ByAddress.Tries..].Should().OnlyContain(s => s == HttpStatusCode.TooManyRequests);
        (await newcomer.SubmitAsync(await newcomer.GetAsync($"/join/{room.JoinCode}"), "main form", ("name", "新来的"), ("number", ""))).Address.AbsolutePath.Should().Be($"/classes/{room.ClassId}");
        (await visitor.GetAsync($"/join/{room.JoinCode}")).Status.Should().Be(HttpStatusCode.TooManyRequests, "after so many each try waits a little");
        app.Clock.Advance(SignInThrottle.Pause);
        (await visitor.GetAsync($"/join/{room.JoinCode}")).TextOf("h1").Should().Contain("加入");
    }

    private Task<List<string>> EventsAsync(Guid actor) => app.InDbAsync(db => db.AuditEntries.Where(e => e.ActorId == actor).OrderBy(e => e.Id).Select(e => e.What).ToListAsync());
}
