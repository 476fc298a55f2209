using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Marking;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Marking;

/// <summary>Queue and desk as a browser without JavaScript uses them.</summary>
public sealed class MarkingPageTests(App app) : IClassFixture<App>
{
    private const string Next = "button[name=go][value=next]";

    private static string Queue(Classroom room, Guid assignment) => $"/classes/{room.ClassId}/assignments/{assignment}/marking";

    private static (string, string)[] Scores(Answer desk, Func<double, double> points) =>
        [.. desk.Page.QuerySelectorAll("[data-element]").Select(e => ($"Input.Scores[{e.GetAttribute("data-element")}]", MarkForm.Points(points(double.Parse(e.GetAttribute("data-most")!, System.Globalization.CultureInfo.InvariantCulture)))))];

    private async Task<(Classroom Room, Guid Assignment)> TwoAnswersAsync(bool isAnonymous = false)
    {
        var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync(p => p with { IsAnonymous = isAnonymous });
        await room.AnswerAsync(assignment, room.AId);
        await room.AnswerAsync(assignment, room.BId);
        return (room, assignment);
    }

    private static async Task<Answer> FirstAsync(Visitor marker, string queue)
    {
        var page = await marker.GetAsync(queue);
        return await marker.GetAsync(page.One("a.primary").GetAttribute("href")!);
    }

    [Fact]
    public async Task From_the_queue_through_both_answers_with_plain_forms()
    {
        var (room, assignment) = await TwoAnswersAsync();
        using var _ = room;
        var first = await FirstAsync(room.Teacher, Queue(room, assignment));

        var second = await room.Teacher.SubmitAsync(first, Next, [.. Scores(first, most => most), ("Input.Remark", "稳。"), ("Input.Note", "留意"), ("Input.Pile", "范例"),
            ("Input.Stamps", "attitude:0:5:1"), ("Input.New.Stage", "attitude"), ("Input.New.Quote", "感谢大家"), ("Input.New.Text", "感谢要说到具体的人")]);
        second.Address.Should().NotBe(first.Address);
        var end = await room.Teacher.SubmitAsync(second, Next, Scores(second, most => most / 2));

        end.TextOf("section[aria-labelledby=queue-h] .done").Should().Contain("都批完了");
        end.Page.QuerySelectorAll("table.queue tbody tr").Length.Should().Be(2);
        var again = await room.Assistant.GetAsync(first.Address.PathAndQuery);
        again.TextOf(".comment [data-snapshot]").Should().Be("感谢大家");
        again.One("[data-field=Text]").TextContent.Should().Contain("具体的人");
        again.TextOf("output[data-total]").Should().Be("100");
        var totals = await app.InDbAsync(db => db.Marks.Where(m => m.Submission.AssignmentId == assignment).Select(m => m.Total).ToListAsync());
        totals.Should().BeEquivalentTo(new double?[] { 100, 50 });
        (await room.Teacher.GetAsync(Queue(room, assignment) + "?pile=范例")).Page.QuerySelectorAll("table.queue tbody tr").Length.Should().Be(1);
        (await room.Teacher.GetAsync(Queue(room, assignment) + "?late=true")).Text.Should().Contain("没有符合的作答");
        (await room.Teacher.GetAsync(Queue(room, assignment) + "?missing=closing")).Page.QuerySelectorAll("table.queue tbody tr").Length.Should().Be(2);
    }

    [Fact]
    public async Task Others_find_nothing_and_an_administrator_finds_all()
    {
        var (room, assignment) = await TwoAnswersAsync();
        using var _ = room;
        var queue = Queue(room, assignment);
        var desk = await FirstAsync(room.Assistant, queue);
        var question = await app.InDbAsync(db => db.AssignmentQuestions.Where(q => q.AssignmentId == assignment).Select(q => q.Id).SingleAsync());
        using var administrator = await app.NewPersonAsync("管理员" + assignment.ToString("N")[..8], Roles.Administrator);
        var rubric = $"{queue}/rubric/{question}";

        foreach (var stranger in new[] { room.Stranger, room.A })
            foreach (var address in new[] { queue, desk.Address.PathAndQuery, rubric })
                (await stranger.GetAsync(address)).Status.Should().Be(HttpStatusCode.NotFound);
        foreach (var address in new[] { queue, desk.Address.PathAndQuery, rubric })
            (await administrator.GetAsync(address)).Status.Should().Be(HttpStatusCode.OK);
        // Posted with a good token and a stranger's session, the forms are not there either.
        (await room.Stranger.PutAsync(desk.Address.PathAndQuery, "{}", null)).Status.Should().Be(HttpStatusCode.MethodNotAllowed);
        using var signedOut = app.NewVisitor();
        (await signedOut.GetAsync(queue)).Address.AbsolutePath.Should().Be("/account/sign-in");
        var saved = await administrator.SubmitAsync(await administrator.GetAsync(desk.Address.PathAndQuery), "button[name=go][value=stay]", ("Input.Remark", "管理员看过"));
        saved.One("[name='Input.Remark']").TextContent.Should().Be("管理员看过");
        (await room.Assistant.GetAsync(rubric)).Page.QuerySelectorAll("button[name=apply]").Should().BeEmpty("an assistant reads the rubric");
    }

    [Fact]
    public async Task Of_two_markers_at_once_the_second_sees_both_versions_and_decides()
    {
        var (room, assignment) = await TwoAnswersAsync();
        using var _ = room;
        var teachers = await FirstAsync(room.Teacher, Queue(room, assignment));
        var assistants = await room.Assistant.GetAsync(teachers.Address.PathAndQuery);
        assistants.TextOf("[data-open-by]").Should().Contain("正开着这一份");
        (await FirstAsync(room.Assistant, Queue(room, assignment))).Address.Should().NotBe(teachers.Address, "the next free one is another");

        await room.Teacher.SubmitAsync(teachers, "button[name=go][value=stay]", [.. Scores(teachers, most => most), ("Input.Remark", "老师的话")]);
        var both = await room.Assistant.SubmitAsync(assistants, "button[name=go][value=stay]", [.. Scores(assistants, most => 0), ("Input.Remark", "助教的话")]);

        both.Status.Should().Be(HttpStatusCode.Conflict);
        both.TextOf("[data-both]").Should().Contain("老师的话").And.Contain("助教的话");
        (await app.InDbAsync(db => db.Marks.Where(m => m.Submission.AssignmentId == assignment).Select(m => m.Remark).SingleAsync())).Should().Be("老师的话");
        var decided = await room.Assistant.SubmitAsync(both, "button[name=go][value=stay]");
        decided.Status.Should().Be(HttpStatusCode.OK);
        (await app.InDbAsync(db => db.Marks.Where(m => m.Submission.AssignmentId == assignment).Select(m => new { m.Remark, m.Total }).SingleAsync())).Should().Be(new { Remark = "助教的话", Total = (double?)0 });
    }

    [Fact]
    public async Task A_rubric_is_changed_in_mid_marking_only_after_it_was_said_what_happens()
    {
        var (room, assignment) = await TwoAnswersAsync();
        using var _ = room;
        var queue = Queue(room, assignment);
        var first = await FirstAsync(room.Teacher, queue);
        var open = await room.Teacher.SubmitAsync(first, Next, Scores(first, most => most));
        var address = (await room.Teacher.GetAsync(queue)).One("aside a.btn").GetAttribute("href")!;
        var most = open.One("[data-element]").GetAttribute("data-most")!;
        var editor = await room.Teacher.GetAsync(address);
        (string, string)[] halved = [("Input.Rows[0].Most", "10"), ("Input.Rows[0].Good", ""), ("Input.Rows[0].Fair", ""), ("Input.Rows[3].Name", "仪态"), ("Input.Rows[3].Most", "5"), ("Input.Rows[3].Kind", "Bands")];

        var preview = await room.Teacher.SubmitAsync(editor, "button[name=apply][value=false]", halved);
        preview.TextOf("[data-effect]").Should().Contain("已批的 1 份").And.Contain("按新满分折算：1 份").And.Contain("回到未批：1 份");
        (await app.InDbAsync(db => db.Set<RubricVersion>().CountAsync(r => r.Number == 2 && db.AssignmentQuestions.Any(q => q.AssignmentId == assignment && q.Id == r.AssignmentQuestionId)))).Should().Be(0);
        var applied = await room.Teacher.SubmitAsync(preview, "button[name=apply][value=true]");
        applied.Text.Should().Contain("现行第 2 版");

        // The desk that was open before shows the old scale: nothing is taken from it.
        var late = await room.Teacher.SubmitAsync(open, Next, Scores(open, m => 1));
        late.TextOf(".problem").Should().Contain("评分表已换新版");
        var mark = await app.InDbAsync(db => db.Marks.Include(m => m.Past).Include(m => m.Rubric).SingleAsync(m => m.Submission.AssignmentId == assignment));
        (mark.Rubric.Number, mark.Total, mark.Scores[0].Points).Should().Be((2, null, 10));
        mark.Past.Single().Scores[0].Points.ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be(most);
        var banded = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(first.Address.PathAndQuery), "button[name=go][value=stay]", ("Input.Bands[e4]", "Good"));
        double.Parse(banded.TextOf("output[data-total]"), System.Globalization.CultureInfo.InvariantCulture).Should().BeGreaterThan(10);
        (await app.InDbAsync(db => db.ClassEvents.CountAsync(e => e.AssignmentId == assignment && e.Kind == ClassEventKind.RubricChanged))).Should().Be(1);
    }

    [Fact]
    public async Task An_anonymous_assignment_shows_numbers_and_nothing_else_until_anonymity_is_lifted()
    {
        var (room, assignment) = await TwoAnswersAsync(isAnonymous: true);
        using var _ = room;
        var queue = Queue(room, assignment);
        var learners = await app.InDbAsync(db => db.Users.Where(u => u.Id == room.AId || u.Id == room.BId).ToListAsync());
        var secrets = learners.SelectMany(u => new[] { u.Id.ToString(), u.UserName!, u.DisplayName }).ToList();

        var pages = new List<Answer> { await room.Teacher.GetAsync(queue), await FirstAsync(room.Teacher, queue), await room.Teacher.GetAsync(queue + "?by=learner") };
        foreach (var page in pages) (page.Text + page.Address).Should().NotContainAny(secrets);
        foreach (var page in pages) page.Page.DocumentElement.TextContent.Should().NotContainAny("S1", "S2");
        pages[1].TextOf("h1").Should().StartWith("抽签号");
        (await room.Assistant.GetAsync(queue)).Page.QuerySelector("form[action*=Open]").Should().BeNull("only who teaches opens it");

        var opened = await room.Teacher.SubmitAsync(pages[0], "form[action*=Open] button");
        opened.Text.Should().Contain(learners[0].DisplayName).And.Contain("已记入");
        (await room.Teacher.GetAsync(opened.One("main a[href$='/log']").GetAttribute("href")!)).TextOf("tbody tr").Should().Contain("拆封看姓名").And.Contain("林老师");
        (await room.Assistant.GetAsync($"/classes/{room.ClassId}/log")).Status.Should().Be(System.Net.HttpStatusCode.NotFound);
        (await app.InDbAsync(db => db.ClassEvents.Where(e => e.AssignmentId == assignment).Select(e => new { e.Kind, e.ById }).SingleAsync())).Should().Be(new { Kind = ClassEventKind.AnonymityLifted, ById = room.TeacherId });
    }

    [Fact]
    public async Task From_the_marking_page_an_answer_goes_back_to_be_done_again_with_what_was_typed_kept()
    {
        var (room, assignment) = await TwoAnswersAsync();
        using var _ = room;
        var desk = await FirstAsync(room.Teacher, Queue(room, assignment) + "?unmarked=true");
        const string Button = "button[formaction*=GiveBack]";
        (await room.Assistant.GetAsync(desk.Address.PathAndQuery)).Page.QuerySelector(Button).Should().BeNull("an assistant marks and manages nothing");

        var refused = await room.Teacher.SubmitAsync(desk, Button, ("GiveBack.Reason", ""), ("Input.Remark", "先写着"));
        refused.TextOf("[role=alert].problem").Should().Contain("退回要写原因");
        refused.One("textarea[name='Input.Remark']").TextContent.Should().Be("先写着");
        var back = await room.Teacher.SubmitAsync(refused, Button, ("GiveBack.Reason", "行动一步没有写。"));

        back.Text.Should().Contain("已退回重做").And.Contain("行动一步没有写。");
        back.Address.Query.Should().Contain("unmarked=true", "the queue stays narrowed");
        var learner = await app.InDbAsync(db => db.Attempts.Where(a => a.AssignmentId == assignment && a.Returned != null).Select(a => a.LearnerId).SingleAsync());
        (await (learner == room.AId ? room.A : room.B).GetAsync("/")).TextOf("main .note").Should().Contain("行动一步没有写。");
        (await app.InDbAsync(db => db.ClassEvents.CountAsync(e => e.AssignmentId == assignment && e.Kind == ClassEventKind.Returned))).Should().Be(1);
    }
}
