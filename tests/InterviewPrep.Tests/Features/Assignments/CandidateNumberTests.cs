using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Assignments;

/// <summary>A class that begins together: every learner draws a number of their own.</summary>
public sealed class CandidateNumberTests(App app) : IClassFixture<App>
{
    private const int Learners = 120, AtOnce = 24;

    [Fact]
    public async Task All_who_press_at_one_moment_have_an_attempt_and_no_two_a_number()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var learners = await app.InDbAsync(async db =>
        {
            var (now, ids) = (app.Clock.GetUtcNow(), new List<Guid>());
            var schoolClass = await db.Classes.Include(c => c.Members).SingleAsync(c => c.Id == room.ClassId);
            for (var n = 0; n < Learners; n++)
            {
                var learner = db.Add(new AppUser { Id = Guid.CreateVersion7(), UserName = $"together-{n}", NormalizedUserName = $"TOGETHER-{n}", DisplayName = $"学员{n:000}", CreatedAt = now }).Entity;
                schoolClass.Enrol(learner.Id, now);
                ids.Add(learner.Id);
            }
            await db.SaveChangesAsync();
            return ids;
        });

        var refusals = new System.Collections.Concurrent.ConcurrentBag<StartRefusal>();
        await Parallel.ForEachAsync(learners, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (learner, _) =>
            refusals.Add((await room.RunAsync<AttemptStart, AttemptStart.Result>(s => s.RunAsync(assignment, learner, default))).Refusal));

        refusals.Should().HaveCount(Learners).And.OnlyContain(r => r == StartRefusal.None);
        var drawn = await app.InDbAsync(db => db.Attempts.Where(a => a.AssignmentId == assignment).Select(a => a.CandidateNumber).ToListAsync());
        drawn.Should().HaveCount(Learners).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Two_presses_of_one_learner_at_one_moment_are_one_attempt_and_both_come_to_it()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var page = await room.A.GetAsync($"/assignments/{assignment}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => room.A.SubmitAsync(page, "form.actions button")));

        answers.Should().OnlyContain(a => (int)a.Status == 200 && !a.Text.Contains("刚刚变过"));
        (await app.InDbAsync(db => db.Attempts.CountAsync(a => a.AssignmentId == assignment))).Should().Be(1);
    }
}
