using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Support;

/// <summary>A class in which many have handed in the same assignment, written straight into the store.</summary>
public static class BigClass
{
    private const int Batch = 500;

    private static readonly string[] Stages = ["attitude", "action", "longterm", "closing"];

    private static readonly Dictionary<string, string> Text = new()
    {
        ["attitude"] = "首先我会感谢群众的监督，第一时间在官方平台公开回应。三个工作日内把结果告诉大家！我上门听老人把话说完，逐条记下。",
        ["action"] = "接着成立核查小组，调阅档案、走访群众，把来龙去脉查清楚。如果属实我会道歉并立即整改。如果是误解，就用一张图讲明白。",
        ["longterm"] = "事后我会把结果贴在公告栏，完善公示制度。每个月回访一次，问问满不满意。",
        ["closing"] = "群众提意见，是改进工作的机会。",
    };

    /// <param name="teacherId">Teaches the class.</param>
    /// <param name="markedShare">So much of it is marked already, from the first numbers on.</param>
    /// <returns>Ids of class and assignment.</returns>
    public static Task<(Guid ClassId, Guid AssignmentId)> NewAsync(App app, Guid teacherId, int submissions, double markedShare = 0, string slug = People.Question, bool isAnonymous = false) => app.InDbAsync(async db =>
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var now = app.Clock.GetUtcNow();
        var schoolClass = new SchoolClass($"大班 {submissions}", teacherId, now);
        db.Add(schoolClass);
        var question = (await db.CurrentRevisionAsync(slug, teacherId, default))!;
        var plan = new AssignmentPlan("大班作业", "", Pace.Free, 0, false, now.AddHours(-2), now.AddHours(-1), now.AddDays(1), 2, Reveal.AfterRelease, null, isAnonymous);
        var assignment = db.Add(new Assignment(schoolClass.Id, plan, [question], null, teacherId, now)).Entity;
        await db.SaveChangesAsync();
        var asked = assignment.Questions.Single();
        var key = schoolClass.Id.ToString("N")[^12..];
        for (var done = 0; done < submissions; done += Batch)
        {
            for (var n = done + 1; n <= Math.Min(done + Batch, submissions); n++)
            {
                var learner = new AppUser { Id = Guid.CreateVersion7(), UserName = $"b{key}-{n}", NormalizedUserName = $"B{key.ToUpperInvariant()}-{n}", DisplayName = $"学员{n:000}", CreatedAt = now };
                var draft = new Draft(Guid.CreateVersion7(), learner.Id, question, 1, now);
                draft.Revise(new DraftText(Text), null, now);
                var attempt = new Attempt(assignment.Id, learner.Id, 1, n, assignment.DeadlinesFor(null), [(asked, draft)], now);
                attempt.HandIn([new HandInAnswer(asked.Id, draft, draft.Versions.Single(), Stages)], now);
                db.AddRange(learner, draft, attempt, new CandidateNumber(assignment.Id, learner.Id, n));
                if (n > submissions * markedShare) continue;
                var submission = attempt.Submissions.Single();
                var mark = new Mark(submission, asked.Rubric, teacherId, now);
                mark.Save(MarkEdit.Blank with { Scores = [.. asked.Rubric.Elements.Select(e => new ElementScore(e.Key, e.GoodFrom))], Pile = n % 10 == 0 ? "讨论" : "" }, false, teacherId, now);
                db.Add(mark);
            }
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            // Rows of the next batch point to these.
            (assignment, question) = (await db.Assignments.Include(a => a.Questions).ThenInclude(q => q.Rubrics).SingleAsync(a => a.Id == assignment.Id), await db.QuestionRevisions.SingleAsync(r => r.Id == question.Id));
            asked = assignment.Questions.Single();
        }
        return (schoolClass.Id, assignment.Id);
    });

    /// <summary>The id of an account.</summary>
    public static Task<Guid> IdOfAsync(App app, string userName) => app.InDbAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync());
}
