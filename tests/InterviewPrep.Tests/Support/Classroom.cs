using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Support;

/// <summary>
/// A class with its people, each with a browser that is signed in: a teacher, an assistant, learners A and B; and a teacher
/// of another class. Names are unique, so that an app can hold several classrooms.
/// </summary>
public sealed class Classroom : IDisposable
{
    private static int count;
    private readonly App app;

    private Classroom(App app) => this.app = app;

    public Guid ClassId { get; private set; }

    public string JoinCode { get; private set; } = "";

    public Visitor Teacher { get; private set; } = null!;

    public Visitor Assistant { get; private set; } = null!;

    public Visitor A { get; private set; } = null!;

    public Visitor B { get; private set; } = null!;

    /// <summary>Teaches a class of their own, and must see nothing of this one.</summary>
    public Visitor Stranger { get; private set; } = null!;

    public Guid TeacherId { get; private set; }

    public Guid AssistantId { get; private set; }

    public Guid AId { get; private set; }

    public Guid BId { get; private set; }

    public Guid StrangerId { get; private set; }

    public Guid StrangersClassId { get; private set; }

    /// <summary>Learners have the numbers S1 and S2 in the roster.</summary>
    public static async Task<Classroom> NewAsync(App app)
    {
        var n = Interlocked.Increment(ref count);
        var room = new Classroom(app);
        (room.Teacher, room.TeacherId) = await room.PersonAsync($"林老师{n}", Roles.Teacher);
        (room.Assistant, room.AssistantId) = await room.PersonAsync($"助教{n}", Roles.Assistant);
        (room.A, room.AId) = await room.PersonAsync($"学员甲{n}", Roles.Learner);
        (room.B, room.BId) = await room.PersonAsync($"学员乙{n}", Roles.Learner);
        (room.Stranger, room.StrangerId) = await room.PersonAsync($"外校老师{n}", Roles.Teacher);
        await app.InDbAsync(async db =>
        {
            var now = app.Clock.GetUtcNow();
            var own = new SchoolClass($"冲刺班{n}", room.TeacherId, now);
            own.Admit(room.AssistantId, ClassRole.Assistant, now);
            foreach (var (id, number, name) in new[] { (room.AId, "S1", $"学员甲{n}"), (room.BId, "S2", $"学员乙{n}") })
            {
                own.Enrol(id, now);
                var row = new RosterRow(number, name, now);
                row.Link(id);
                own.Roster.Add(row);
            }
            var other = new SchoolClass($"外校班{n}", room.StrangerId, now);
            db.AddRange(own, other);
            (room.ClassId, room.JoinCode, room.StrangersClassId) = (own.Id, own.JoinCode, other.Id);
            return await db.SaveChangesAsync();
        });
        return room;
    }

    /// <summary>Sets an assignment that is open now; due in two days, cut off in three.</summary>
    /// <param name="change">Changes the usual plan.</param>
    public Task<Guid> AssignAsync(Func<AssignmentPlan, AssignmentPlan>? change = null, params string[] slugs) => app.InDbAsync(async db =>
    {
        var now = app.Clock.GetUtcNow();
        var plan = new AssignmentPlan("第三周作业", "", Pace.Free, 0, false, now.AddHours(-1), now.AddDays(2), now.AddDays(3), 2, Reveal.AfterRelease, null, false);
        var questions = new List<QuestionRevision>();
        foreach (var slug in slugs.Length > 0 ? slugs : [People.Question]) questions.Add((await db.CurrentRevisionAsync(slug, TeacherId, default))!);
        var assignment = db.Add(new Assignment(ClassId, change?.Invoke(plan) ?? plan, questions, null, TeacherId, now)).Entity;
        await db.SaveChangesAsync();
        return assignment.Id;
    });

    /// <summary>A learner begins, writes into the first stage of every question, and hands in.</summary>
    public async Task<Attempt> AnswerAsync(Guid assignmentId, Guid learnerId, string text = People.Words)
    {
        var attempt = await BeginAsync(assignmentId, learnerId);
        await WriteAsync(attempt, text);
        return await HandInAsync(attempt.Id, learnerId);
    }

    /// <summary>Hands in what is written.</summary>
    public async Task<Attempt> HandInAsync(Guid attemptId, Guid learnerId) => (await RunAsync<HandingIn, Attempt?>(h => h.RunAsync(attemptId, learnerId, null, default)))!;

    public async Task<Attempt> BeginAsync(Guid assignmentId, Guid learnerId) =>
        (await RunAsync<AttemptStart, AttemptStart.Result>(s => s.RunAsync(assignmentId, learnerId, default))).Attempt!;

    /// <summary>What the autosave does, without a browser.</summary>
    public async Task WriteAsync(Attempt attempt, string text)
    {
        foreach (var draft in attempt.Drafts)
        {
            var found = await app.InDbAsync(db => db.Drafts.Where(d => d.Id == draft.DraftId).Select(d => new { d.Revision, d.QuestionRevision.Framework }).SingleAsync());
            var stage = app.Services.GetRequiredService<ContentLibrary>().FrameworkOf(found.Framework).Stages[0].Id;
            await RunAsync<DraftSaving, SaveResult>(s => s.SaveAsync(new DraftKey(draft.DraftId, null), attempt.LearnerId, new DraftSave(found.Revision, new Dictionary<string, string> { [stage] = text }), default));
        }
    }

    /// <summary>Marks every latest submission of an assignment with the same share of every element's points.</summary>
    public async Task MarkAllAsync(Guid assignmentId, double share = 0.8, string comment = "这里可以说出一个具体的时间。")
    {
        var work = await app.InDbAsync(db => db.Submissions.AsNoTracking().Include(s => s.AssignmentQuestion.Rubrics).Include(s => s.Mark)
            .Where(s => s.AssignmentId == assignmentId && s.IsLatest).ToListAsync());
        foreach (var submission in work)
        {
            var stage = submission.Text.Keys.First();
            var mark = new MarkEdit([.. submission.AssignmentQuestion.Rubric.Elements.Select(e => new ElementScore(e.Key, AssessmentElement.Round(e.Most * share)))],
                "写得实在。", "只给老师看的备注", "", [], [new CommentEdit(Guid.NewGuid(), stage, 0, 3, comment)], submission.Mark?.Points ?? []);
            (await RunAsync<MarkSaving, MarkSaving.Result>(s => s.SaveAsync(submission.Id, TeacherId, submission.Mark?.Revision ?? 0, mark, default))).Outcome.Should().Be(MarkOutcome.Saved);
        }
    }

    public Task ReleaseAsync(Guid assignmentId) => app.InDbAsync(async db =>
    {
        var now = app.Clock.GetUtcNow();
        db.Add((await db.Assignments.Include(a => a.Release).SingleAsync(a => a.Id == assignmentId)).ReleaseMarks(now + Release.UsualAppealTime, TeacherId, now)!);
        return await db.SaveChangesAsync();
    });

    public Task TakeBackAsync(Guid assignmentId) => app.InDbAsync(async db =>
    {
        db.Add((await db.Assignments.Include(a => a.Release).SingleAsync(a => a.Id == assignmentId)).TakeBackRelease(TeacherId, app.Clock.GetUtcNow())!);
        return await db.SaveChangesAsync();
    });

    /// <summary>The teacher signs in again, after the clock has gone on for longer than a session of staff lasts.</summary>
    public async Task SignTeacherInAsync() => await Teacher.SignInAsync(await app.InDbAsync(db => db.Users.Where(u => u.Id == TeacherId).Select(u => u.UserName!).SingleAsync()));

    /// <summary>Runs something of the site with its services, as a request would.</summary>
    public async Task<T> RunAsync<TService, T>(Func<TService, Task<T>> run) where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public void Dispose()
    {
        foreach (var visitor in new[] { Teacher, Assistant, A, B, Stranger }) visitor.Dispose();
    }

    private async Task<(Visitor, Guid)> PersonAsync(string name, string role)
    {
        var visitor = await app.NewPersonAsync(name, role);
        return (visitor, await app.InDbAsync(db => db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync()));
    }
}
