using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Docs;

/// <summary>What the learners' manual promises, pressed on the pages that it names.</summary>
public sealed class LearnerPromiseTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task After_two_marked_answers_learner_and_teacher_see_the_share_of_points_one_after_the_other()
    {
        using var room = await Classroom.NewAsync(app);
        foreach (var (share, later) in new[] { (0.4, true), (0.8, false) })
        {
            var assignment = await room.AssignAsync(p => p with { Title = later ? "第一次" : "第二次" });
            await room.AnswerAsync(assignment, room.AId);
            await room.MarkAllAsync(assignment, share);
            await room.ReleaseAsync(assignment);
            if (later) (await room.A.GetAsync("/feedback")).Text.Should().NotContain("我的得分率", "one is no line yet");
            app.Clock.Advance(TimeSpan.FromHours(1));
        }

        var own = await room.A.GetAsync("/feedback");
        own.TextOf("#progress-h").Should().Be("我的得分率");
        Figures(own).Should().Equal(("第一次", "40%"), ("第二次", "80%"));
        var whole = await room.Teacher.GetAsync($"/classes/{room.ClassId}/progress");
        whole.TextOf("#line-h").Should().Be("平均得分率");
        Figures(whole).Should().Equal(("第一次", "40%"), ("第二次", "80%"));
    }

    private static IEnumerable<(string, string)> Figures(Answer page) =>
        page.Page.QuerySelectorAll(".chart tbody tr").Select(r => (r.QuerySelectorAll("td")[1].TextContent, r.QuerySelectorAll("td")[2].TextContent));
}
