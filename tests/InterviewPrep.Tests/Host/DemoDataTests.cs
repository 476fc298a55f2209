using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Host.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Host;

public sealed class DemoDataTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task An_empty_installation_gets_a_class_with_work_marked_and_unmarked_and_a_full_one_is_left_alone()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var demo = ActivatorUtilities.CreateInstance<DemoData>(scope.ServiceProvider);

        (await demo.FillAsync("短", default)).Should().Contain("password");
        (await demo.FillAsync(People.Password, default)).Should().BeNull();
        (await demo.FillAsync(People.Password, default)).Should().Contain("data already");

        (await app.InDbAsync(db => db.Memberships.CountAsync())).Should().Be(31);
        (await app.InDbAsync(db => db.Submissions.CountAsync(s => s.IsMarked))).Should().Be(92);
        (await app.InDbAsync(db => db.Submissions.CountAsync(s => !s.IsMarked))).Should().Be(16);
        (await app.InDbAsync(db => db.Submissions.CountAsync(s => s.HandedInAt >= s.Attempt.LateFrom))).Should().Be(8);
        var percents = await app.InDbAsync(db => db.Marks.Where(m => m.Submission.Assignment.Title == "第三周作业").Select(m => m.Total!.Value).ToListAsync());
        (percents.Max() - percents.Min()).Should().BeGreaterThan(25, "a chart of equal bars says nothing");
    }
}
