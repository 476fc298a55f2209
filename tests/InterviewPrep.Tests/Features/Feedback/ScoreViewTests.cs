using InterviewPrep.Tests.Features.Drafts;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Feedback;

/// <summary>How the learner, the coach and teachers see an answer, one after the other.</summary>
public sealed class ScoreViewTests(ShippedApp app) : IClassFixture<ShippedApp>
{
    private const string Question = "road-dug-again-report";

    [Fact]
    public async Task Self_score_coach_and_teacher_stand_beside_each_other_over_time()
    {
        using var room = await Classroom.NewAsync(app);
        (await room.A.GetAsync("/feedback/views")).Text.Should().Contain("这里一次一次看得到三个数");
        var review = await room.A.WriteAsync(CoachStatesTests.Plain, Question, "attitude", "finish");
        await room.A.SubmitAsync(review, "form[action*=Score] button", [.. review.Page.QuerySelectorAll("input[name=ticks]").Select(i => ("ticks", i.GetAttribute("value")!))]);
        app.Clock.Advance(TimeSpan.FromDays(1));
        var assignment = await room.AssignAsync(null, "live-radio-kindergarten-places");
        await room.AnswerAsync(assignment, room.AId, CoachStatesTests.Plain);
        await room.MarkAllAsync(assignment, 0.5);

        var before = await room.A.GetAsync("/feedback/views");
        await room.ReleaseAsync(assignment);
        var after = await room.A.GetAsync("/feedback/views");

        Cells(before).Should().HaveCount(2);
        Cells(before)[0][1].Should().Be("100%", "everything was ticked");
        Cells(before)[0][2].Should().MatchRegex("^[1-9][0-9]%$");
        Cells(before)[1][3].Should().Be("—", "a mark is seen when it is released");
        Cells(after)[1][3].Should().Be("50%");
        after.Page.QuerySelectorAll(".charts section h2").Select(h => h.TextContent).Should().Equal("系统认出");
        (await room.B.GetAsync("/feedback/views")).Page.QuerySelectorAll("tbody tr").Should().BeEmpty();
    }

    private static List<List<string>> Cells(Answer page) =>
        [.. page.Page.QuerySelectorAll("div[aria-labelledby=rows-h] tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent).ToList())];
}
