using System.Net;
using System.Text.Json;
using InterviewPrep.Tests.Features.Drafts;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Content.Coaching;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Reports;

/// <summary>What teachers say of scoring points at the desk is counted beside the coach, and disagreements go out as labelled lines.</summary>
public sealed class CoachAgreementTests(ShippedApp app) : IClassFixture<ShippedApp>
{
    private const string Question = "road-dug-again-report";

    private async Task<(Classroom Room, Answer Desk, Guid Draft)> HandedInAsync(string text = CoachStatesTests.Plain)
    {
        var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync(null, Question);
        var attempt = await room.AnswerAsync(assignment, room.AId, text);
        var desk = await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/marking/{attempt.Submissions.Single().Id}");
        return (room, desk, attempt.Submissions.Single().DraftId!.Value);
    }

    private static (string, string) Says(string point, bool isMade) => ("Input.Verdicts", $"{point}:{(isMade ? "yes" : "no")}");

    [Fact]
    public async Task A_teachers_word_on_points_stays_at_the_desk_and_is_counted_beside_the_coach()
    {
        var (room, desk, _) = await HandedInAsync();
        using var _room = room;
        (await room.Teacher.GetAsync("/coach")).Text.Should().Contain("还没有老师判断过采分点");

        await room.Teacher.SubmitAsync(desk, "button[name=go][value=stay]", Says("action.verify", true), Says("action.rectify", false));

        var again = await room.Teacher.GetAsync(desk.Address.PathAndQuery);
        again.Page.QuerySelectorAll("select[name='Input.Verdicts'] option[selected]").Select(o => o.GetAttribute("value")).Should().BeEquivalentTo("action.verify:yes", "action.rectify:no");
        var page = await room.Teacher.GetAsync("/coach");
        var cells = page.Page.QuerySelectorAll("tbody tr").ToDictionary(r => r.QuerySelector("th")!.TextContent, r => r.QuerySelectorAll("td").Select(c => c.TextContent).ToArray());
        cells["多方核实"].Should().Equal("100%", "1", "0", "0");
        cells.Single(c => c.Key.Contains("整改")).Value.Should().Equal("0%", "1", "0", "1");
        cells["合计"].Should().Equal("50%", "2", "0", "1");
        (await room.Stranger.GetAsync("/coach")).Text.Should().NotContain("多方核实", "another teacher's class is not theirs");
        (await room.A.GetAsync("/coach")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Disagreements_go_out_as_lines_that_the_table_reads()
    {
        var (room, desk, draft) = await HandedInAsync();
        using var _room = room;
        await room.Teacher.SubmitAsync(desk, "button[name=go][value=stay]", Says("action.verify", true), Says("action.rectify", false));
        await app.InDbAsync(async db =>
        {
            var own = await db.Drafts.Include(d => d.Judgements).SingleAsync(d => d.Id == draft);
            own.Judge("closing.serve", TextStretch.Parse("attitude:0:9", own.Text)!, null, mayTeach: true, app.Clock.GetUtcNow());
            own.Judge("action.team", TextStretch.Parse("attitude:0:9", own.Text)!, null, mayTeach: false, app.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        var file = await room.Teacher.GetAsync("/coach?handler=Labels");

        var folder = Directory.CreateDirectory(Path.Combine(app.DataFolder, "labels-" + Guid.NewGuid())).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "school.jsonl"), file.Text);
        var problems = new List<ContentProblem>();
        var answer = LabelReader.Read(folder, problems).Should().ContainSingle().Subject;
        problems.Should().BeEmpty();
        answer.Sentences.Single(s => s.Trap!.Contains("action.rectify")).Text.Should().Contain("返工");
        answer.Sentences.Where(s => s.Points.Count > 0).Should().ContainSingle().Which.Points.Should().Equal("closing.serve");
        answer.Sentences.Should().OnlyContain(s => s.Unsure!.Contains("action.team"), "the learner did not let the coach learn from that");
        answer.Sentences.Should().OnlyContain(s => !s.Unsure!.Contains("action.rectify"), "the teacher saw it nowhere");
        file.Text.Should().NotContain("学员");
        using var table = new StringWriter();
        InterviewPrep.Web.Host.Commands.CoachCommand.RunTable(Repository.ShippedContent, folder, table, TextWriter.Null).Should().BeTrue();
        table.ToString().Should().Contain("all points");
        JsonDocument.Parse(file.Text.Split('\n')[0]).RootElement.GetProperty("register").GetString().Should().Be("school");
    }

    [Fact]
    public async Task What_the_learner_judged_stands_at_the_desk_as_theirs()
    {
        var (room, desk, draft) = await HandedInAsync();
        using var _room = room;
        desk.Text.Should().NotContain("学员自己划的");
        await app.InDbAsync(async db =>
        {
            var own = await db.Drafts.Include(d => d.Judgements).SingleAsync(d => d.Id == draft);
            own.Judge("action.verify", TextStretch.Parse("attitude:0:9", own.Text)!, DismissalReason.Words, mayTeach: false, app.Clock.GetUtcNow());
            own.Judge("attitude.contact", TextStretch.Parse("attitude:0:4", own.Text)!, null, mayTeach: false, app.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        var again = await room.Teacher.GetAsync(desk.Address.PathAndQuery);

        again.TextOf("section[aria-labelledby=points-h]").Should().Contain("学员说不算：只是说说，没有做法").And.Contain("学员自己划的");
    }

    [Fact]
    public async Task The_learner_reads_what_the_teacher_said_of_points_when_it_is_released()
    {
        var (room, desk, _) = await HandedInAsync();
        using var _room = room;
        var submission = Guid.Parse(desk.Address.Segments[^1]);
        var assignment = await app.InDbAsync(db => db.Submissions.Where(s => s.Id == submission).Select(s => s.AssignmentId).SingleAsync());
        await room.Teacher.SubmitAsync(desk, "button[name=go][value=stay]", Says("action.verify", true), Says("action.team", false));
        await room.MarkAllAsync(assignment);
        (await room.A.GetAsync($"/feedback/{submission}")).Status.Should().Be(HttpStatusCode.NotFound);

        await room.ReleaseAsync(assignment);

        (await room.A.GetAsync($"/feedback/{submission}")).TextOf("section[aria-labelledby=verdicts-h]").Should().MatchRegex("成立专班 +没说到").And.MatchRegex("多方核实 +说到了");
    }

    [Fact]
    public async Task The_archive_has_the_state_and_sentence_of_each_point()
    {
        var (room, desk, _) = await HandedInAsync();
        using var _room = room;
        await room.Teacher.SubmitAsync(desk, "button[name=go][value=stay]", Says("action.verify", true));
        var bytes = await room.Teacher.Client.GetByteArrayAsync(new Uri(desk.Address, desk.Address.AbsolutePath[..desk.Address.AbsolutePath.IndexOf("/marking", StringComparison.Ordinal)] + "/export/zip"));

        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry("采分点.csv")!.Open());
        var rows = (await reader.ReadToEndAsync()).Split('\n');
        rows[0].Should().Contain("老师说").And.Contain("原句");
        rows.Single(r => r.Contains("多方核实")).Should().Contain("说到了").And.Contain("施工图和验收单翻出来对");
    }
}
