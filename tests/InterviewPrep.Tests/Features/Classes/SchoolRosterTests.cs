using System.Text;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Classes;

/// <summary>Rosters as schools have them: titles above the heads, numbers that a spreadsheet has changed, what cannot be seen.</summary>
public sealed class SchoolRosterTests(App app) : IClassFixture<App>
{
    private static byte[] Csv(params IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines).Replace('|', ','));

    private async Task<List<string>> ImportAsync(Classroom room, byte[] file)
    {
        await room.Teacher.SubmitAsync(await room.UploadAsync(file), "form[action*=Apply]");
        return await room.RosterAsync(app);
    }

    [Fact]
    public async Task Heads_are_found_below_a_title_and_where_two_rows_make_them()
    {
        using var room = await Classroom.NewAsync(app);

        (await ImportAsync(room, SheetFile.Xlsx(SheetFile.Row("2026年秋季面试班花名册") + SheetFile.Row("序号", "学　号*", "姓名（必填）", "手机") + SheetFile.Row(SheetFile.Number("1"), "T1", "甲某", SheetFile.Number("13800000000")))))
            .Should().Contain("T1甲某");
        (await ImportAsync(room, SheetFile.Xlsx(SheetFile.Row("学号", "基本信息", "", "联系") + SheetFile.Row("", "姓名", "性别", "手机") + SheetFile.Row("T2", "乙某", "女", "138"))))
            .Should().Contain("T2乙某").And.HaveCount(4);
    }

    [Fact]
    public async Task Columns_that_no_head_names_can_be_chosen()
    {
        using var room = await Classroom.NewAsync(app);
        var preview = await room.UploadAsync(Csv("我们班的人", "代码|谁|备注", "C1|甲某|x", "C2|乙某|y"));
        preview.TextOf("[role=alert]").Should().Contain("没有找到「学号」和「姓名」");

        var chosen = await room.Teacher.SubmitAsync(preview, "form[action*=Columns]", ("number", "0"), ("name", "1"), ("firstRow", "3"));

        chosen.Text.Should().Contain("新增 2 · 更新 0 · 不变 0 · 冲突 0").And.Contain("A：代码");
        await room.Teacher.SubmitAsync(chosen, "form[action*=Apply]");
        (await room.RosterAsync(app)).Should().Contain(["C1甲某", "C2乙某"]);
    }

    [Fact]
    public async Task Leading_noughts_of_a_number_format_are_kept()
    {
        using var room = await Classroom.NewAsync(app);

        var file = SheetFile.Xlsx(SheetFile.Row("学号", "姓名") + SheetFile.Row(SheetFile.Number("12", 1), "甲某") + SheetFile.Row(SheetFile.Number("7", 1), "乙某"), format: "0000000");

        (await ImportAsync(room, file)).Should().Contain(["0000012甲某", "0000007乙某"]);
    }

    [Fact]
    public async Task Numbers_that_a_spreadsheet_has_changed_are_told_and_not_taken()
    {
        using var room = await Classroom.NewAsync(app);

        var sheet = await room.UploadAsync(SheetFile.Xlsx(SheetFile.Row("学号", "姓名") + SheetFile.Row(SheetFile.Number("1.1010119900101123E+17"), "甲某") + SheetFile.Row(SheetFile.Number("46000", 2), "乙某") + SheetFile.Row(SheetFile.Number("2.0260101E7"), "丙某")));
        var csv = await room.UploadAsync(Csv("学号|姓名", "1.10101E+17|甲某", "2026/1/5|乙某", "20260102|丙某"));

        foreach (var preview in new[] { sheet, csv })
        {
            preview.Text.Should().Contain("新增 1 · 更新 0 · 不变 0 · 冲突 2");
            preview.LineOf(2).Should().Contain("A2").And.Contain("已经把后面几位改掉了").And.Contain("「文本」");
            preview.LineOf(3).Should().Contain("A3").And.Contain("日期");
        }
        sheet.LineOf(4).Should().Contain("20260101");
    }

    [Fact]
    public async Task A_number_of_another_length_is_told_and_taken_only_when_asked_for()
    {
        using var room = await Classroom.NewAsync(app);
        var preview = await room.UploadAsync(Csv([("学号|姓名"), .. Enumerable.Range(1, 9).Select(i => $"2026010{i}|学员{i}"), "7|短某"]));

        preview.LineOf(11).Should().Contain("学号有 1 位，别的几乎都是 8 位");
        await room.Teacher.SubmitAsync(preview, "form[action*=Apply]");
        (await room.RosterAsync(app)).Should().NotContain("7短某").And.Contain("20260109学员9");
        await room.Teacher.SubmitAsync(preview, "form[action*=Apply]", ("takesOdd", "true"));
        (await room.RosterAsync(app)).Should().Contain("7短某");
    }

    [Fact]
    public async Task An_open_quote_is_told_with_its_row()
    {
        using var room = await Classroom.NewAsync(app);

        var preview = await room.UploadAsync(Csv("学号|姓名", "001|甲某", "002|\"乙某", "003|丙某"));

        preview.TextOf("[role=alert]").Should().Contain("第 3 行有一个引号没有配对");
        preview.Text.Should().Contain("新增 1 ");
    }

    [Fact]
    public async Task What_cannot_be_seen_is_taken_out_and_said_and_equal_lines_are_one()
    {
        using var room = await Classroom.NewAsync(app);

        var preview = await room.UploadAsync(Csv("学号|姓名", "\u202AK1|甲某", "K2\uFEFF|乙\u200B某", "K1|甲某", "k1|甲 某"));

        preview.TextOf("[role=alert]").Should().Contain("A2").And.Contain("U+202A").And.Contain("B3");
        preview.Text.Should().Contain("新增 2 · 更新 0 · 不变 0 · 冲突 0");
        preview.LineOf(4).Should().Contain("和第 2 行一样");
        await room.Teacher.SubmitAsync(preview, "form[action*=Apply]");
        (await room.RosterAsync(app)).Should().Contain(["K1甲某", "K2乙某"]).And.HaveCount(4);
    }

    [Fact]
    public async Task Who_is_in_the_class_and_not_in_the_file_is_listed()
    {
        using var room = await Classroom.NewAsync(app);

        var preview = await room.UploadAsync(Csv("学号|姓名", "N1|甲某"));

        preview.TextOf("#missing").Should().Contain("S1").And.Contain("导入不动他们");
    }
}
