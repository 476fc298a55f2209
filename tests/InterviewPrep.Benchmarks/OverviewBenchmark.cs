using System.Diagnostics;
using System.Globalization;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Marking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Benchmarks;

/// <summary>
/// The overview of classes of 30, 500 and 5,000 who have handed in: opened again and again, and opened right after a mark has
/// come in. The time stays level.
/// </summary>
public static class OverviewBenchmark
{
    private const double Bound = 1.5;
    private const int Rounds = 31, Warming = 4;

    private static readonly int[] Sizes = [30, 500, 5_000];

    private sealed record School(Guid ClassId, Guid AssignmentId, IReadOnlyList<Guid> Unmarked)
    {
        public string Overview => $"/classes/{ClassId}/assignments/{AssignmentId}/overview";
    }

    public static async Task<bool> RunAsync()
    {
        var app = new App();
        await app.InitializeAsync();
        try
        {
            using var teacher = await app.NewPersonAsync("概览老师", Roles.Teacher);
            var teacherId = await BigClass.IdOfAsync(app, "概览老师");
            var schools = new List<School>();
            foreach (var size in Sizes) schools.Add(await NewAsync(app, teacherId, size));
            foreach (var (school, size) in schools.Zip(Sizes))
            {
                var first = await TimeAsync(teacher, school.Overview);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"overview, first    {size,5}: {first:0.0} ms"));
            }
            var holds = Report("overview", await MediansAsync(teacher, schools, _ => Task.CompletedTask));
            holds &= Report("overview, marking", await MediansAsync(teacher, schools, s => MarkAsync(app, s, teacherId)));
            return holds;
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    private static async Task<School> NewAsync(App app, Guid teacherId, int size)
    {
        var (classId, assignmentId) = await BigClass.NewAsync(app, teacherId, size, markedShare: 0.4);
        return await app.InDbAsync(async db =>
        {
            var now = app.Clock.GetUtcNow();
            var learners = await db.Submissions.Where(s => s.AssignmentId == assignmentId).Select(s => s.LearnerId).ToListAsync();
            var schoolClass = await db.Classes.Include(c => c.Members).Include(c => c.Roster).SingleAsync(c => c.Id == classId);
            foreach (var learner in learners) schoolClass.Admit(learner, ClassRole.Learner, now);
            await db.SaveChangesAsync();
            return new School(classId, assignmentId, await db.Submissions.Where(s => s.AssignmentId == assignmentId && !s.IsMarked).OrderBy(s => s.CandidateNumber).Select(s => s.Id).Take(1).ToListAsync());
        });
    }

    // The same answer gets another mark each time.
    private static async Task MarkAsync(App app, School school, Guid teacherId)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var submission = await app.InDbAsync(db => db.Submissions.AsNoTracking().Include(s => s.Mark).Include(s => s.AssignmentQuestion.Rubrics).SingleAsync(s => s.Id == school.Unmarked[0]));
        var revision = submission.Mark?.Revision ?? 0;
        var edit = MarkEdit.Blank with { Scores = [.. submission.AssignmentQuestion.Rubric.Elements.Select(e => new ElementScore(e.Key, revision % 2 == 0 ? e.GoodFrom : e.FairFrom))] };
        var saved = await scope.ServiceProvider.GetRequiredService<MarkSaving>().SaveAsync(submission.Id, teacherId, revision, edit, default);
        if (saved.Outcome != MarkOutcome.Saved) throw new InvalidOperationException(saved.Problem);
    }

    // The sizes take turns, so that whatever else the machine does falls on all of them alike.
    private static async Task<double[]> MediansAsync(Visitor visitor, List<School> schools, Func<School, Task> before)
    {
        var times = schools.Select(_ => new List<double>()).ToArray();
        for (var round = -Warming; round < Rounds; round++)
        {
            for (var i = 0; i < schools.Count; i++)
            {
                await before(schools[i]);
                var time = await TimeAsync(visitor, schools[i].Overview);
                if (round >= 0) times[i].Add(time);
            }
        }
        return [.. times.Select(t => t.Order().ElementAt(t.Count / 2))];
    }

    private static async Task<double> TimeAsync(Visitor visitor, string address)
    {
        var watch = Stopwatch.StartNew();
        using var response = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative));
        await response.Content.ReadAsByteArrayAsync();
        response.EnsureSuccessStatusCode();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static bool Report(string page, double[] medians)
    {
        var holds = medians.All(m => m <= medians[0] * Bound);
        var figures = Sizes.Select((size, i) => string.Create(CultureInfo.InvariantCulture, $"{size,5}: {medians[i],6:0.0} ms ({medians[i] / medians[0]:0.00}×)"));
        Console.WriteLine($"{page,-18} {string.Join("   ", figures)}   {(holds ? "level" : "NOT level")}");
        return holds;
    }
}
