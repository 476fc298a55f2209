using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Handwriting;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Scans;

/// <summary>Photographed pages are placed by hand, asked about, moved, taken out and had back.</summary>
public sealed class PlacingTests(App app) : IClassFixture<App>
{
    private static string Marking(Classroom room, Guid assignment) => $"/classes/{room.ClassId}/assignments/{assignment}/marking";

    private static async Task<Guid> SendAsync(App app, Visitor person, string code) => (await Photos.SendAsync(app, person, Photos.Take(), code)).Json.GetProperty("id").GetGuid();

    private Task<ScanPage> PageAsync(Guid id) => app.InDbAsync(db => db.ScanPages.AsNoTracking().SingleAsync(p => p.Id == id));

    private Task<List<Submission>> HandedInAsync(Guid assignment) => app.InDbAsync(db => db.Submissions.AsNoTracking().Where(s => s.AssignmentId == assignment && s.IsLatest).ToListAsync());

    [Fact]
    public async Task A_teacher_who_types_the_code_of_a_learners_sheet_comes_to_the_answer_where_the_page_lies()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var code = await PaperInClassTests.CodeAsync(room, assignment, room.BId);
        await SendAsync(app, room.Teacher, "");

        var answer = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync("/scans"), ".tray form", ("code", code));

        (answer.Status, answer.Address.AbsolutePath.StartsWith("/scans/answers/", StringComparison.Ordinal)).Should().Be((HttpStatusCode.OK, true));
        var submission = (await HandedInAsync(assignment)).Should().ContainSingle().Which;
        answer.TextOf("main").Should().Contain($"抽签号 {CandidateNumber.Format(submission.CandidateNumber)}").And.Contain("第 1 页").And.NotContain("学员乙");
        foreach (var (visitor, status) in new[] { (room.Assistant, 200), (room.B, 200), (room.A, 404), (room.Stranger, 404) })
            ((int)(await visitor.GetAsync(answer.Address.AbsolutePath)).Status).Should().Be(status);
    }

    [Fact]
    public async Task A_page_that_is_there_and_marked_is_replaced_only_after_both_were_seen_and_can_be_had_back()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var code = await PaperInClassTests.CodeAsync(room, assignment, room.AId);
        var first = await SendAsync(app, room.Teacher, code);
        var answer = await app.InDbAsync(db => db.Submissions.Include(s => s.AssignmentQuestion.Rubrics).SingleAsync(s => s.AssignmentId == assignment));
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"{Marking(room, assignment)}/{answer.Id}"), "#marking-form",
            [.. answer.AssignmentQuestion.Rubric.Elements.Select(e => ($"Input.Scores[{e.Key}]", "10"))]);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await SendAsync(app, room.Assistant, "");

        var asked = await room.Assistant.SubmitAsync(await room.Assistant.GetAsync("/scans"), ".tray form", ("code", code));

        asked.TextOf("h1").Should().Contain("已经有照片");
        asked.TextOf("main").Should().Contain("已经批改过");
        asked.Page.QuerySelectorAll(".scanned img").Select(i => i.GetAttribute("src")).Should().Equal($"/scans/{first}/image", $"/scans/{second}/image");
        (await PageAsync(first)).ReplacedAt.Should().BeNull();
        (await PageAsync(second)).AnswerId.Should().BeNull("nothing is done before somebody says so");

        var replaced = await room.Assistant.SubmitAsync(asked, "main form");

        replaced.One(".scanned img").GetAttribute("src").Should().Be($"/scans/{second}/image");
        var submission = (await HandedInAsync(assignment)).Single();
        (await room.Teacher.GetAsync($"{Marking(room, assignment)}/{submission.Id}")).TextOf(".handwritten").Should().Contain("批完以后");
        var manage = await room.Teacher.GetAsync(replaced.One("figure p a").GetAttribute("href")!);
        manage.One("form[action*=Restore]").PreviousElementSibling!.TextContent.Should().Contain("换下来");
        var back = await room.Teacher.SubmitAsync(manage, "form[action*=Restore]");
        back.Address.AbsolutePath.Should().Be($"/scans/pages/{first}");
        (await PageAsync(first)).ReplacedAt.Should().BeNull();
        (await PageAsync(second)).ReplacedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task A_page_that_was_put_with_the_wrong_learner_is_moved_and_that_learner_has_handed_in_nothing()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var (codeA, codeB) = (await PaperInClassTests.CodeAsync(room, assignment, room.AId), await PaperInClassTests.CodeAsync(room, assignment, room.BId));
        var page = await SendAsync(app, room.Teacher, codeA);
        (await HandedInAsync(assignment)).Single().LearnerId.Should().Be(room.AId);

        var moved = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/scans/pages/{page}"), "form[action*=Place]", ("code", codeB));

        moved.One(".scanned img").GetAttribute("src").Should().Be($"/scans/{page}/image");
        (await HandedInAsync(assignment)).Select(s => s.LearnerId).Should().Equal(room.BId);
        (await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}")).TextOf("main").Should().Contain("1 / 2");
        await room.AnswerAsync(assignment, room.AId);
        (await HandedInAsync(assignment)).Select(s => (s.LearnerId, s.IsOnPaper, s.AttemptNumber)).Should().BeEquivalentTo([(room.BId, true, 1), (room.AId, false, 1)]);
    }

    [Fact]
    public async Task A_page_that_is_taken_out_waits_with_who_sent_it_and_goes_back_by_its_code()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var code = await PaperInClassTests.CodeAsync(room, assignment, room.AId);
        var page = await SendAsync(app, room.Teacher, code);

        var tray = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/scans/pages/{page}"), "form[action*=TakeOut]");

        tray.Page.QuerySelector($"#p-{page}").Should().NotBeNull();
        (await HandedInAsync(assignment)).Should().BeEmpty();
        foreach (var visitor in new[] { room.A, room.Assistant, room.Stranger })
            (await visitor.GetAsync($"/scans/pages/{page}")).Status.Should().Be(HttpStatusCode.NotFound);
        await room.Teacher.SubmitAsync(tray, $"#p-{page} form", ("code", code));
        (await HandedInAsync(assignment)).Single().IsOnPaper.Should().BeTrue();
        (await room.A.GetAsync($"/scans/pages/{page}")).Status.Should().Be(HttpStatusCode.NotFound, "what was handed in is the markers' to arrange");
    }

    [Fact]
    public async Task A_markers_photo_of_a_page_that_is_there_waits_with_its_code_until_somebody_decides()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var code = await PaperInClassTests.CodeAsync(room, assignment, room.AId);
        var first = await SendAsync(app, room.Teacher, code);

        var kept = await Photos.SendAsync(app, room.Teacher, Photos.Take(), code);

        kept.Json.GetProperty("outcome").GetString().Should().Be("Occupied");
        (await PageAsync(first)).ReplacedAt.Should().BeNull();
        var tray = await room.Teacher.GetAsync("/scans");
        tray.TextOf(".tray").Should().Contain("已经有照片");
        (await room.Teacher.SubmitAsync(tray, ".tray form")).TextOf("h1").Should().Contain("要换吗");
    }

    [Fact]
    public async Task Practice_that_a_teacher_brings_for_a_learner_is_found_again_by_the_teacher()
    {
        using var room = await Classroom.NewAsync(app);
        var code = (await room.A.GetAsync($"/sheets/{People.Question}")).TextOf(".codes p");
        await SendAsync(app, room.Teacher, "");

        var answer = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync("/scans"), ".tray form", ("code", code));

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.TextOf("main").Should().Contain("学员甲").And.NotContain("把它敲进作答");
        (await room.Teacher.GetAsync("/scans")).One($"a[href='{answer.Address.AbsolutePath}']").ParentElement!.TextContent.Should().Contain("替学员甲");
        (await room.Assistant.GetAsync(answer.Address.AbsolutePath)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_form_takes_twenty_photos_and_a_tray_three_hundred_and_both_say_so()
    {
        using var person = await app.NewPersonAsync("many photos");
        var page = await person.GetAsync("/scans");
        using var body = new MultipartFormDataContent { { new StringContent(page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" } };
        foreach (var _ in Enumerable.Range(0, 21)) body.Add(Photos.Image(Photos.Take(300, 300)), "photos", "a.jpg");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, "/scans")) { Content = body };

        var answer = await person.SendAsync(request);

        answer.Page.QuerySelectorAll(".tray article").Should().HaveCount(20);
        answer.TextOf("[role=alert]").Should().Contain("一次最多 20 张，后面的没有收");
        await app.InDbAsync(async db =>
        {
            var owner = await db.Users.Where(u => u.UserName == "many photos").Select(u => u.Id).SingleAsync();
            db.AddRange(Enumerable.Range(0, 280).Select(i => new ScanPage(owner, $"{i:x64}", 300, 300, 900, "", app.Clock.GetUtcNow())));
            return await db.SaveChangesAsync();
        });
        var full = await Photos.SendAsync(app, person, Photos.Take());
        ((int)full.Status, full.Json.GetProperty("title").GetString()).Should().Be((409, "待放的纸太多了，先把它们放好再传。"));
    }
}
