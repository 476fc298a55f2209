using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Paper.Codes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Scans;

/// <summary>Sheets for a class, and the way of the handwriting back: to the desk, to the learner and onto paper.</summary>
public sealed class PaperInClassTests(App app) : IClassFixture<App>
{
    private static string Of(Classroom room, Guid assignment) => $"/classes/{room.ClassId}/assignments/{assignment}";

    [Fact]
    public async Task A_pack_holds_a_sheet_for_each_learner_in_the_order_of_the_roster_and_no_name()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var before = await room.Teacher.GetAsync(Of(room, assignment) + "/sheets");
        before.Text.Should().Contain("还有 2 名学员没有抽签号");

        var pack = await room.Teacher.SubmitAsync(before, "form[action*=Draw]");

        var lots = await app.InDbAsync(db => db.CandidateNumbers.Where(l => l.AssignmentId == assignment).ToDictionaryAsync(l => l.LearnerId, l => CandidateNumber.Format(l.Number)));
        pack.Page.QuerySelectorAll(".page .fields li:first-child").Select(l => l.TextContent).Should().Equal(lots[room.AId], lots[room.BId]);
        var names = await app.InDbAsync(db => db.Users.Where(u => u.Id == room.AId || u.Id == room.BId).Select(u => u.DisplayName).ToListAsync());
        names.Should().OnlyContain(n => !pack.Page.QuerySelector("main")!.TextContent.Contains(n));
        pack.TextOf(".beside").Should().ContainAll(names).And.Contain("S1");
        foreach (var mark in await MarksAsync(pack)) mark.Person.Should().BeOneOf(Seats(assignment, room.AId, room.BId));
        (await room.Assistant.GetAsync(Of(room, assignment) + "/sheets")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task While_names_are_hidden_the_pack_is_in_the_order_of_the_numbers_and_tells_no_name()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync(p => p with { IsAnonymous = true });
        var pack = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(Of(room, assignment) + "/sheets"), "form[action*=Draw]");

        pack.Text.Should().NotContain("学员甲").And.NotContain("S1");
        pack.Page.QuerySelectorAll(".page .fields li:first-child").Select(l => l.TextContent).Should().BeInAscendingOrder();
        var own = await app.InDbAsync(db => db.CandidateNumbers.Where(l => l.AssignmentId == assignment && l.LearnerId == room.AId).Select(l => l.Number).SingleAsync());
        (await room.A.GetAsync($"/assignments/{assignment}")).TextOf("dl").Should().Contain($"抽签号{own:00}");
    }

    [Fact]
    public async Task Sheets_and_prints_of_a_class_are_for_its_markers_only()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.AnswerAsync(assignment, room.AId);
        await room.MarkAllAsync(assignment);
        var submission = await app.InDbAsync(db => db.Submissions.Where(s => s.AssignmentId == assignment).Select(s => s.Id).SingleAsync());
        foreach (var visitor in new[] { room.A, room.Stranger })
        {
            foreach (var address in new[] { Of(room, assignment) + "/sheets", Of(room, assignment) + "/sheets?handler=Word", $"/classes/{room.ClassId}/sheets", $"/classes/{room.ClassId}/sheets?q={People.Question}", Of(room, assignment) + $"/print?kind=feedback&submission={submission}" })
                (await visitor.GetAsync(address)).Status.Should().Be(HttpStatusCode.NotFound, address);
        }
        (await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/print?submission={Guid.NewGuid()}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await room.Stranger.GetAsync($"/assignments/{assignment}/sheets")).Status.Should().Be(HttpStatusCode.NotFound);
        (await room.A.GetAsync($"/feedback/{submission}/sheet")).Status.Should().Be(HttpStatusCode.NotFound, "nothing is released");

        await room.ReleaseAsync(assignment);

        (await room.A.GetAsync($"/feedback/{submission}/sheet")).TextOf("main").Should().Contain("反馈单").And.Contain("这里可以说出一个具体的时间").And.NotContain("只给老师看的备注");
        (await room.A.GetAsync($"/feedback/{submission}/sheet?kind=marked")).TextOf("main").Should().Contain("批改稿").And.Contain("［1］");
        (await room.B.GetAsync($"/feedback/{submission}/sheet")).Status.Should().Be(HttpStatusCode.NotFound);
        await room.TakeBackAsync(assignment);
        (await room.A.GetAsync($"/feedback/{submission}/sheet")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_a_teacher_collects_is_handed_in_and_waits_to_be_marked()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync(p => p with { DueAt = p.OpensAt.AddHours(2), CutOffAt = p.OpensAt.AddHours(3) });
        var code = await CodeAsync(room, assignment, room.BId);
        app.Clock.Advance(TimeSpan.FromHours(5));

        var kept = await Photos.SendAsync(app, room.Teacher, Photos.Take(), code);

        kept.Json.GetProperty("outcome").GetString().Should().Be("Filed");
        var submission = await app.InDbAsync(db => db.Submissions.Include(s => s.Attempt).SingleAsync(s => s.AssignmentId == assignment));
        (submission.LearnerId, submission.IsOnPaper, submission.MissingStages, submission.Attempt.IsLate).Should().Be((room.BId, true, "", false));
        (await room.Teacher.GetAsync("/scans")).TextOf("#collected-h + .card").Should().Contain(CandidateNumber.Format(submission.CandidateNumber));
        (await room.Teacher.GetAsync(Of(room, assignment) + "/marking")).TextOf(".queue").Should().Contain("手写").And.NotContain("缺");
        var desk = await room.Assistant.GetAsync($"{Of(room, assignment)}/marking/{submission.Id}");
        var image = desk.One("svg[data-page] image").GetAttribute("href")!;
        foreach (var (visitor, status) in new[] { (room.Teacher, 200), (room.Assistant, 200), (room.B, 200), (room.A, 404), (room.Stranger, 404) })
            ((int)(await visitor.GetAsync(image)).Status).Should().Be(status);
        using var administrator = await app.NewPersonAsync($"管理员{Guid.NewGuid():N}"[..12], InterviewPrep.Web.Features.Accounts.Roles.Administrator);
        (await administrator.GetAsync(image)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Comments_pinned_on_the_page_reach_the_learner_after_the_release_and_the_print()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await Photos.SendAsync(app, room.Teacher, Photos.Take(), await CodeAsync(room, assignment, room.AId));
        var submission = await app.InDbAsync(db => db.Submissions.Include(s => s.AssignmentQuestion.Rubrics).SingleAsync(s => s.AssignmentId == assignment));
        var address = $"{Of(room, assignment)}/marking/{submission.Id}";
        var scores = submission.AssignmentQuestion.Rubric.Elements.Select(e => ($"Input.Scores[{e.Key}]", "10")).ToArray();

        var wrong = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(address), "#marking-form", [.. scores, ("Input.New.Stage", "@7/200"), ("Input.New.Text", "哪一页？")]);
        wrong.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        wrong.TextOf("[role=alert].problem").Should().Contain("不在这份作答的页面上");
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(address), "#marking-form", [.. scores, ("Input.New.Stage", "@1/500"), ("Input.New.Text", "这一行写得好。")]);

        var comment = await app.InDbAsync(db => db.MarkComments.SingleAsync(c => c.SubmissionId == submission.Id));
        (comment.Pin, comment.Stage).Should().Be((new Pin(1, 930, 500), ""));
        (await room.A.GetAsync($"/feedback/{submission.Id}")).Status.Should().Be(HttpStatusCode.NotFound);
        await room.ReleaseAsync(assignment);
        var feedback = await room.A.GetAsync($"/feedback/{submission.Id}");
        feedback.TextOf(".marked-page .pin text").Should().Be("1");
        feedback.TextOf($"#c-{comment.Id}").Should().Contain("手写第 1 页").And.Contain("这一行写得好。");
        foreach (var (visitor, print) in new[] { (room.A, $"/feedback/{submission.Id}/sheet?kind=marked"), (room.Teacher, Of(room, assignment) + "/print") })
        {
            var sheet = await visitor.GetAsync(print);
            sheet.One(".photo image").GetAttribute("href").Should().StartWith("/scans/");
            sheet.TextOf(".margin").Should().Contain("［1］这一行写得好。");
        }
        foreach (var (visitor, file) in new[] { (room.A, $"/feedback/{submission.Id}/sheet?handler=Word&kind=marked"), (room.A, $"/feedback/{submission.Id}/sheet?handler=Word"), (room.Teacher, Of(room, assignment) + "/print?handler=Word"), (room.Teacher, Of(room, assignment) + "/sheets?handler=Word&size=A3") })
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(await visitor.Client.GetByteArrayAsync(new Uri(app.Address, file))), false);
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(e => $"{file}: {e.Description}").Should().BeEmpty();
            if (!file.Contains("/sheets?")) word.MainDocumentPart!.Document!.Body!.InnerText.Should().Contain("这一行写得好。");
        }
        // A to-do on a photo is done by writing the answer anew.
        await room.A.SubmitAsync(feedback, $"#c-{comment.Id} button[value=WillChange]");
        (await room.A.GetAsync($"/practice/{People.Question}")).TextOf("#todos").Should().Contain("手写第 1 页");
    }

    [Fact]
    public async Task A_learners_own_photo_waits_in_the_running_attempt_until_it_is_handed_in()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var sheet = await room.A.GetAsync($"/assignments/{assignment}/sheets");
        sheet.Status.Should().Be(HttpStatusCode.OK, sheet.Text);
        var code = (await MarksAsync(sheet))[0];
        code.Person.Should().Be(Seats(assignment, room.AId)[0]);
        var typed = sheet.TextOf(".codes p");

        (await Photos.SendAsync(app, room.A, Photos.Take(), typed)).Json.GetProperty("outcome").GetString().Should().Be("Filed");

        (await app.InDbAsync(db => db.Submissions.CountAsync(s => s.AssignmentId == assignment))).Should().Be(0);
        var page = await app.InDbAsync(db => db.Set<ScanPage>().SingleAsync(p => p.UploadedById == room.AId));
        (await room.Teacher.GetAsync($"/scans/{page.Id}/image")).Status.Should().Be(HttpStatusCode.NotFound, "it is not handed in");
        var check = await room.A.GetAsync($"/assignments/{assignment}/hand-in");
        check.TextOf("form.narrow").Should().Contain("手写 1 页").And.NotContain("这一步没有写");
        await room.A.SubmitAsync(check, "form.narrow button");
        (await app.InDbAsync(db => db.Submissions.SingleAsync(s => s.AssignmentId == assignment))).IsOnPaper.Should().BeTrue();
        (await room.Teacher.GetAsync($"/scans/{page.Id}/image")).Status.Should().Be(HttpStatusCode.OK);

        (await Photos.SendAsync(app, room.A, Photos.Take(), typed)).Json.GetProperty("outcome").GetString().Should().Be("NoPlace", "what was handed in stays");
        (await Photos.SendAsync(app, room.B, Photos.Take(), typed)).Json.GetProperty("outcome").GetString().Should().Be("NotYours");
        (await Photos.SendAsync(app, room.Stranger, Photos.Take(), typed)).Json.GetProperty("outcome").GetString().Should().Be("NotYours");
    }

    internal static async Task<string> CodeAsync(Classroom room, Guid assignment, Guid learner)
    {
        var pack = await room.Teacher.GetAsync(Of(room, assignment) + "/sheets");
        if (pack.Page.QuerySelector("form[action*=Draw]") is not null) pack = await room.Teacher.SubmitAsync(pack, "form[action*=Draw]");
        var index = learner == room.AId ? 0 : 1;
        return pack.Page.QuerySelectorAll("header.first .codes p").ElementAt(index).TextContent;
    }

    private Task<IReadOnlyList<SheetReference>> MarksAsync(Answer sheets)
    {
        var signer = app.Services.GetRequiredService<SheetSigner>();
        return Task.FromResult<IReadOnlyList<SheetReference>>([.. sheets.Page.QuerySelectorAll(".codes p").Select(p => signer.Read(p.TextContent)!)]);
    }

    private ulong[] Seats(Guid assignment, params Guid[] learners)
    {
        var signer = app.Services.GetRequiredService<SheetSigner>();
        return [.. learners.Select(l => signer.TokenOf(SeatId.Of(assignment, l)) >> (SheetReference.PersonBits - SheetReference.ShortPersonBits))];
    }
}
