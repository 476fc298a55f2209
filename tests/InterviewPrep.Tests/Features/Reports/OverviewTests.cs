using System.IO.Compression;
using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Marking.Exemplars;
using InterviewPrep.Web.Features.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Reports;

/// <summary>What a teacher sees of an assignment, and does about it.</summary>
public sealed class OverviewTests(App app) : IClassFixture<App>
{
    private static readonly string[] TeacherPages = ["overview", "follow-up", "appeals", "phrases", "exemplars", "redo", "reminders", "print", "export/csv", "export/xlsx", "export/docx", "export/zip"];

    [Fact]
    public async Task Before_the_release_and_after_it_is_taken_back_no_page_tells_a_learner_of_marks_or_comments()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var submission = (await room.AnswerAsync(assignment, room.AId)).Submissions.Single();
        await room.MarkAllAsync(assignment, comment: "批注里的密语");
        await app.InDbAsync(async db =>
        {
            var exemplar = db.Add(new Exemplar(submission.Id, "范例的密语", room.TeacherId, app.Clock.GetUtcNow())).Entity;
            exemplar.Consent(app.Clock.GetUtcNow());
            (await db.MarkComments.SingleAsync(c => c.SubmissionId == submission.Id)).Respond(ResponseKind.WillChange, app.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        string[] secrets = ["批注里的密语", "范例的密语", "写得实在。", "只给老师看的备注", "80 / 100", "data-unread"];
        string[] outputs = ["/", "/feedback", $"/feedback/{submission.Id}", $"/feedback/{submission.Id}/appeal?element=e1", $"/classes/{room.ClassId}/exemplars", $"/practice/{People.Question}", "/classes", "/drafts",
            $"/drafts/{submission.DraftId}", $"/drafts/{submission.DraftId}/review", $"/sheets/{People.Question}?kind=mine", $"/questions/{People.Question}",
            .. TeacherPages.Select(p => $"/classes/{room.ClassId}/assignments/{assignment}/{p}"), $"/classes/{room.ClassId}/progress"];

        async Task<List<string>> SeeAsync()
        {
            var seen = new List<string>();
            foreach (var output in outputs)
            {
                var text = (await room.A.GetAsync(output)).Text;
                seen.AddRange(secrets.Where(s => text.Contains(s, StringComparison.Ordinal)));
            }
            var own = await OwnDataAsync(room.A);
            seen.AddRange(new[] { "得分：80", "评语：写得实在。", "：批注里的密语" }.Where(s => own.Contains(s, StringComparison.Ordinal)));
            return seen;
        }

        (await SeeAsync()).Should().BeEmpty();
        await room.ReleaseAsync(assignment);
        (await SeeAsync()).Distinct().Should().Contain(["批注里的密语", "范例的密语", "写得实在。", "80 / 100", "得分：80", "评语：写得实在。", "：批注里的密语"]).And.NotContain("只给老师看的备注");
        await room.TakeBackAsync(assignment);
        (await SeeAsync()).Should().BeEmpty();
    }

    // What a learner may take along of their own.
    private static async Task<string> OwnDataAsync(Visitor learner)
    {
        var page = await learner.GetAsync("/account/export");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!)]);
        using var response = await learner.Client.PostAsync(page.Address, form);
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(zip.GetEntry("班级与作业.md")!.Open());
        return await reader.ReadToEndAsync();
    }

    [Fact]
    public async Task Pages_of_an_assignment_are_for_its_markers_and_what_manages_is_for_its_teachers()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var address = $"/classes/{room.ClassId}/assignments/{assignment}";
        foreach (var page in TeacherPages)
        {
            (await room.Teacher.GetAsync($"{address}/{page}")).Status.Should().Be(HttpStatusCode.OK, page);
            (await room.Stranger.GetAsync($"{address}/{page}")).Status.Should().Be(HttpStatusCode.NotFound, page);
            (await room.A.GetAsync($"{address}/{page}")).Status.Should().Be(HttpStatusCode.NotFound, page);
        }
        var assistants = await room.Assistant.GetAsync(address + "/overview");
        assistants.Status.Should().Be(HttpStatusCode.OK);
        assistants.Page.QuerySelector("form[action*=Release]").Should().BeNull();
        var token = ("__RequestVerificationToken", (await room.Assistant.GetAsync("/account/sign-out")).One("input[name=__RequestVerificationToken]").GetAttribute("value")!);
        using var body = new FormUrlEncodedContent([KeyValuePair.Create(token.Item1, token.Item2), KeyValuePair.Create("appealsUntil", "2099-01-01T00:00")]);
        (await room.Assistant.Client.PostAsync(new Uri($"{address}/overview?handler=Release", UriKind.Relative), body)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await app.InDbAsync(db => db.Assignments.Where(a => a.Id == assignment).Select(a => a.Release).SingleAsync())).Should().BeNull();
    }

    [Fact]
    public async Task Those_who_have_not_handed_in_are_reminded_on_their_home_page()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.AnswerAsync(assignment, room.AId);

        var reminders = await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/reminders");
        reminders.Page.QuerySelectorAll("input[name=learners]").Length.Should().Be(1);
        await room.Teacher.SubmitAsync(reminders, "main form");

        (await room.A.GetAsync("/")).Text.Should().NotContain("老师提醒").And.Contain("轮到这一份");
        var desk = await room.B.GetAsync("/");
        desk.TextOf("form[action*=Dismiss]").Should().Contain("老师提醒：还没交");
        desk.Page.QuerySelectorAll($"main a[href='/assignments/{assignment}']").Length.Should().Be(2, "it stands there once: its title and its button");
        (await room.B.SubmitAsync(desk, "form[action*=Dismiss] button")).Text.Should().NotContain("老师提醒");
    }

    [Fact]
    public async Task An_answer_goes_back_to_be_done_again_and_the_learner_hears_why_at_once()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync(p => p with { MostAttempts = 1 });
        await room.AnswerAsync(assignment, room.AId);
        var returned = await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/redo");
        (await room.Teacher.SubmitAsync(returned, "details form", ("reason", ""))).TextOf("[role=alert]").Should().Contain("退回要写原因");
        await room.Teacher.SubmitAsync(returned, "details form", ("reason", "行动一步没有写，请补上。"));

        var desk = await room.A.GetAsync("/");
        desk.TextOf("main .note").Should().Be("老师退回：行动一步没有写，请补上。");
        desk.Page.QuerySelectorAll("main a.btn").Count(a => a.TextContent == "去重做").Should().Be(1);
        (await room.AnswerAsync(assignment, room.AId, "补上了，" + People.Words)).Number.Should().Be(2);
        (await room.A.GetAsync("/")).Text.Should().NotContain("行动一步没有写");
    }

    [Fact]
    public async Task Charts_have_their_figures_in_a_table_and_what_two_say_is_no_shared_phrase()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.AnswerAsync(assignment, room.AId);
        await room.AnswerAsync(assignment, room.BId);
        await room.MarkAllAsync(assignment);
        await room.ReleaseAsync(assignment);

        var overview = await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/overview");
        overview.Page.QuerySelectorAll("svg.bar rect.good").Length.Should().Be(3);
        overview.Page.QuerySelectorAll("[style], script:not([src])").Should().BeEmpty();
        overview.One(".chart table").TextContent.Should().Contain("应变").And.Contain("好 2 · 中 0 · 差 0，平均 80%");
        overview.Page.QuerySelectorAll(".charts h3").Select(h => h.TextContent).Should().StartWith("老师批的：各要素好、中、差").And.EndWith("系统认出的点", "what people say comes first");
        overview.One("figure[aria-label=系统认出的采分点] table").TextContent.Should().Contain("说到 2 · 一半 0 · 不算 0 · 没认出来 0").And.Contain("没认出来 2");
        var behind = await room.Teacher.GetAsync(overview.One("figure[aria-label=系统认出的采分点] tbody a").GetAttribute("href")!);
        behind.Page.QuerySelectorAll(".plainlist .st").Length.Should().Be(2, "a bar opens the answers behind it");
        (await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/points?point=attitude.thank")).TextOf(".plainlist .plain").Should().Contain("感谢大家提醒");
        overview.Text.Should().NotContain("未见").And.Contain("没认出来不等于没说到");

        var phrases = await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/phrases");
        phrases.Text.Should().Contain("还没有 3 个人以上都说的话");
    }

    [Fact]
    public async Task Of_a_large_class_the_counts_are_of_now_and_the_charts_are_computed_in_the_background()
    {
        using var teacher = await app.NewPersonAsync("大课老师", Roles.Teacher);
        var teacherId = await BigClass.IdOfAsync(app, "大课老师");
        var (classId, assignment) = await BigClass.NewAsync(app, teacherId, StatisticsReader.MostWhileWaiting + 1);
        var overview = $"/classes/{classId}/assignments/{assignment}/overview";
        var cache = app.Services.GetRequiredService<StatisticsCache>();

        (await teacher.GetAsync(overview)).TextOf(".note").Should().Contain("图表正在画");
        await cache.WhenIdleAsync();
        var drawn = await teacher.GetAsync(overview);
        drawn.Text.Should().Contain("201 份 · 已批 0 份").And.NotContain("图表");
        var submission = await app.InDbAsync(db => db.Submissions.AsNoTracking().Include(s => s.AssignmentQuestion.Rubrics).FirstAsync(s => s.AssignmentId == assignment));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var edit = MarkEdit.Blank with { Scores = [.. submission.AssignmentQuestion.Rubric.Elements.Select(e => new ElementScore(e.Key, e.Most))] };
            await scope.ServiceProvider.GetRequiredService<MarkSaving>().SaveAsync(submission.Id, teacherId, 0, edit, default);
        }

        var marked = await teacher.GetAsync(overview);

        marked.Text.Should().Contain("201 份 · 已批 1 份");
        marked.TextOf(".note").Should().Contain("正在重画");
    }

    [Fact]
    public void Shared_phrases_are_the_longest_stretches_that_several_say_and_not_the_question_itself()
    {
        static DraftText Text(string words) => new(new Dictionary<string, string> { ["attitude"] = words });
        var found = SharedPhrases.Find(
            [Text("我会坚持以人民为中心的思想，做好工作。"), Text("要坚持以人民为中心的思想！"), Text("始终坚持以人民为中心的思想。医院站被取消了怎么办"), Text("医院站被取消了怎么办，我去问。"), Text("医院站被取消了怎么办？")],
            "网友问：医院站被取消了怎么办？");

        found.Should().Equal(new SharedPhrase("坚持以人民为中心的思想", 3));
    }
}
