using System.Net;
using System.Text;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Classes;

/// <summary>The roster by file, login slips, people and the state of a class, by the pages.</summary>
public sealed class RosterTests(App app) : IClassFixture<App>
{
    private static readonly string Roster = Csv("姓名|学号\r\n𬱖某某|2026001\r\n王某|007\r\n");

    private static string Csv(string bars) => bars.Replace('|', ',');

    static RosterTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Encodings => ["utf-8", "GB18030", "utf-16"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_roster_is_seen_before_it_is_written_and_the_same_again_changes_nothing(string encoding)
    {
        using var room = await Classroom.NewAsync(app);
        var bytes = Encoding.GetEncoding(encoding) is var e ? (byte[])[.. e.GetPreamble(), .. e.GetBytes(Roster)] : [];

        var preview = await room.UploadAsync(bytes);

        preview.Text.Should().Contain("新增 2 · 更新 0 · 不变 0 · 冲突 0");
        (await room.RosterAsync(app)).Should().HaveCount(2);
        (await room.Teacher.SubmitAsync(preview, "form[action*=Apply]")).TextOf("[role=status]").Should().Contain("新增 2 名");
        (await room.RosterAsync(app)).Should().HaveCount(4).And.Contain(["007王某", "2026001𬱖某某"]);
        await room.Teacher.SubmitAsync(preview, "form[action*=Apply]");
        (await room.UploadAsync(bytes)).Text.Should().Contain("新增 0 · 更新 0 · 不变 2 · 冲突 0");
        (await room.RosterAsync(app)).Should().HaveCount(4);
    }

    [Fact]
    public async Task Every_problem_is_named_with_row_and_reason_and_the_good_lines_can_be_taken()
    {
        using var room = await Classroom.NewAsync(app);
        var file = Csv("学号|姓名|备注\nS1|新名字|\nS3|学员三|\nS3|学员另|\n|没有学号|\nS5||\nS6|学员\u0001六|\n");

        var preview = await room.UploadAsync(Encoding.UTF8.GetBytes(file));

        preview.Text.Should().Contain("新增 1 · 更新 1 · 不变 0 · 冲突 4");
        preview.TextOf("[role=alert]").Should().Contain("单元格 B7").And.Contain("U+0001");
        preview.TextOf("table").Should().Contain("学号 S3 在第 4 行也有").And.Contain("缺学号").And.Contain("缺姓名").And.Contain("原来的姓名是");
        await room.Teacher.SubmitAsync(preview, "form[action*=Apply]");
        (await room.RosterAsync(app)).Should().HaveCount(3).And.Contain("S1新名字").And.Contain("S6学员六");
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task The_template_imports_itself(string format)
    {
        using var room = await Classroom.NewAsync(app);
        using var response = await room.Teacher.Client.GetAsync(new Uri($"/classes/{room.ClassId}/roster?handler=Template&format={format}", UriKind.Relative));

        var preview = await room.UploadAsync(await response.Content.ReadAsByteArrayAsync(), $"x.{format}");

        preview.Text.Should().Contain("新增 0 · 更新 0 · 不变 2 · 冲突 0");
    }

    [Fact]
    public async Task A_workbook_of_the_old_kind_with_a_title_row_is_read_with_its_leading_noughts()
    {
        using var room = await Classroom.NewAsync(app);

        var preview = await room.UploadAsync(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "InterviewPrep.Tests", "Features", "Classes", "roster.xls")), "名单.xls");

        preview.Text.Should().Contain("新增 2 · 更新 0 · 不变 0 · 冲突 0");
        await room.Teacher.SubmitAsync(preview, "form[action*=Apply]");
        (await room.RosterAsync(app)).Should().Contain(["007王某", "2026001𬱖某某"]);
    }

    [Theory]
    [InlineData("", "空的")]
    [InlineData("名单\n1", "列名")]
    [InlineData("PK\u0003\u0004 no zip", "读不出来")]
    [InlineData("学号\t姓名\n", "没有学员")]
    public async Task A_file_that_is_no_roster_is_refused_with_the_reason(string file, string reason)
    {
        using var room = await Classroom.NewAsync(app);

        (await room.UploadAsync(Encoding.UTF8.GetBytes(file), "x.xlsx")).TextOf("[role=alert]").Should().Contain(reason);
    }

    [Fact]
    public async Task A_teacher_shares_a_class_and_nobody_leaves_it_without_a_teacher()
    {
        using var room = await Classroom.NewAsync(app);
        var stranger = await app.InDbAsync(db => db.Users.Where(u => u.Id == room.StrangerId).Select(u => u.UserName!).SingleAsync());
        var path = $"/classes/{room.ClassId}/people";

        var alone = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(path), $"form[action*=Dismiss]:has(input[value='{room.TeacherId}'])");
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(path), "form[action*=Admit]", ("userName", stranger), ("role", "Teacher"));

        alone.TextOf("[role=alert]").Should().Contain("至少要有一位老师");
        var own = await room.Stranger.GetAsync(path);
        own.Status.Should().Be(HttpStatusCode.OK);
        await room.Stranger.SubmitAsync(own, $"form[action*=Dismiss]:has(input[value='{room.TeacherId}'])");
        (await room.Teacher.GetAsync($"/classes/{room.ClassId}")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_archived_class_takes_nothing_new_and_stays_readable()
    {
        using var room = await Classroom.NewAsync(app);
        var id = await room.AssignAsync();
        await room.AnswerAsync(id, room.AId);

        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/classes/{room.ClassId}/settings"), "form[action*=Archive]");

        (await room.A.GetAsync($"/assignments/{id}")).Text.Should().Contain("的回执");
        (await room.B.GetAsync($"/assignments/{id}")).Page.QuerySelector("main form").Should().BeNull();
        (await room.B.GetAsync("/assignments")).Text.Should().Contain("没有要做的作业");
        (await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/new")).Status.Should().Be(HttpStatusCode.NotFound);
        using var late = await app.NewPersonAsync("来晚了的人");
        (await late.SubmitAsync(await late.GetAsync($"/join/{room.JoinCode}"), "main form", ("name", "来晚"), ("number", ""))).TextOf("[role=alert]").Should().Contain("不收新学员");
    }

    [Fact]
    public async Task A_number_of_the_roster_is_tied_only_under_its_own_name_and_a_renewed_code_kills_the_old_one()
    {
        using var room = await Classroom.NewAsync(app);
        await app.InDbAsync(async db =>
        {
            (await db.Classes.Include(c => c.Roster).SingleAsync(c => c.Id == room.ClassId)).Roster.Add(new RosterRow("S9", "学员六", app.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        using var other = await app.NewPersonAsync("zhaoliu" + room.JoinCode);
        var page = await other.GetAsync($"/join/{room.JoinCode}");

        (await other.SubmitAsync(page, "main form", ("name", "冒名"), ("number", "S9"))).TextOf("[role=alert]").Should().Contain("对不上").And.NotContain("学员六");
        (await other.SubmitAsync(page, "main form", ("name", "学员六"), ("number", "ｓ9"))).Address.AbsolutePath.Should().Be($"/classes/{room.ClassId}");

        (await app.InDbAsync(db => db.RosterRows.SingleAsync(r => r.ClassId == room.ClassId && r.Number == "S9"))).UserId.Should().NotBeNull();
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/classes/{room.ClassId}/settings"), "button[value=renew]");
        (await other.GetAsync($"/join/{room.JoinCode}")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
