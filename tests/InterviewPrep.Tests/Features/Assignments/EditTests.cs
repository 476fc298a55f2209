using System.Net;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Assignments;

/// <summary>Changing an assignment's terms.</summary>
public sealed class EditTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Who_edits_an_assignment_over_somebody_elses_change_is_told_and_loses_nothing()
    {
        using var room = await Classroom.NewAsync(app);
        var edit = $"/classes/{room.ClassId}/assignments/{await room.AssignAsync(null, People.OtherQuestion)}/edit";
        var (first, second) = (await room.Teacher.GetAsync(edit), await room.Teacher.GetAsync(edit));
        await room.Teacher.SubmitAsync(first, "main form", ("Input.Title", "先改的题目"));

        var told = await room.Teacher.SubmitAsync(second, "main form", ("Input.Title", "后改的题目"));

        told.Status.Should().Be(HttpStatusCode.Conflict);
        told.TextOf("[role=alert]").Should().Contain("先改的题目");
        told.One("[name='Input.Title']").GetAttribute("value").Should().Be("后改的题目");
        (await room.Teacher.SubmitAsync(told, "main form")).Text.Should().Contain("后改的题目");
    }

    [Fact]
    public async Task Of_changes_saved_at_one_moment_one_is_taken_and_the_others_are_told()
    {
        const int Rounds = 10, Together = 4;
        using var room = await Classroom.NewAsync(app);
        var edit = $"/classes/{room.ClassId}/assignments/{await room.AssignAsync(null, People.OtherQuestion)}/edit";
        for (var round = 0; round < Rounds; round++)
        {
            var form = await room.Teacher.GetAsync(edit);

            var answers = await Task.WhenAll(Enumerable.Range(0, Together).Select(n => room.Teacher.SubmitAsync(form, "main form", ("Input.Title", $"第{round}轮第{n}位"))));

            var taken = answers.Select((answer, n) => (answer.Status, n)).Where(a => a.Status != HttpStatusCode.Conflict).ToList();
            taken.Should().ContainSingle().Which.Status.Should().Be(HttpStatusCode.OK);
            (await room.Teacher.GetAsync(edit)).One("[name='Input.Title']").GetAttribute("value").Should().Be($"第{round}轮第{taken[0].n}位");
            answers.Where(a => a.Status == HttpStatusCode.Conflict).Should().OnlyContain(a => a.TextOf("[role=alert]").Contains($"第{taken[0].n}位"));
        }
    }

    [Theory]
    [InlineData("Input.Minutes", "半小时", "限时的总分钟数")]
    [InlineData("Input.MostAttempts", "两次", "可交次数")]
    [InlineData("Input.RevealAt", "明天晚上", "显示示例的时间")]
    public async Task Words_for_a_number_or_a_time_are_refused_and_not_taken_for_none(string field, string typed, string name)
    {
        using var room = await Classroom.NewAsync(app);
        var edit = $"/classes/{room.ClassId}/assignments/{await room.AssignAsync(null, People.OtherQuestion)}/edit";

        var answer = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(edit), "main form", (field, typed));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.TextOf("main form").Should().Contain(name);
        answer.One($"[name='{field}']").GetAttribute("value").Should().Be(typed);
    }

    [Fact]
    public async Task What_is_fixed_once_somebody_has_begun_is_said()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync(null, People.OtherQuestion);
        await room.BeginAsync(assignment, room.AId);

        var answer = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/edit"), "main form", ("Input.Pace", "Timed"), ("Input.Minutes", "30"));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.TextOf("[role=alert]").Should().Contain("开始");
    }
}
