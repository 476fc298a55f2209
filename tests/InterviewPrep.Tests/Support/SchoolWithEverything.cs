using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Exams;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Marking.Appeals;
using InterviewPrep.Web.Features.Marking.Exemplars;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace InterviewPrep.Tests.Support;

/// <summary>A class in which one of each thing exists, so that every route has something to answer about.</summary>
public sealed class SchoolWithEverything
{
    private static int count;
    private readonly App app;

    private SchoolWithEverything(App app, Classroom room) => (this.app, Room) = (app, room);

    public Classroom Room { get; }

    /// <summary>User names by the actors of <see cref="RouteTable.Actors"/>.</summary>
    public Dictionary<string, string> Names { get; } = [];

    /// <summary>Ids by the words that stand in braces in docs/authorization.md.</summary>
    public Dictionary<string, string> Things { get; } = [];

    public static async Task<SchoolWithEverything> NewAsync(App app)
    {
        var school = new SchoolWithEverything(app, await Classroom.NewAsync(app));
        await school.AddPeopleAsync();
        await school.AddDraftsAsync();
        await school.AddSittingsAsync();
        await school.AddWorkAsync();
        await school.AddRestAsync();
        return school;
    }

    private async Task AddPeopleAsync()
    {
        var n = Interlocked.Increment(ref count);
        foreach (var (actor, role) in new[] { ("administrator", Roles.Administrator), ("somebody", Roles.Learner), ("third", Roles.Learner) })
        {
            Names[actor] = $"{actor} {n}";
            (await app.NewPersonAsync(Names[actor], role)).Dispose();
            Things[actor] = (await app.InDbAsync(db => db.Users.Where(u => u.UserName == Names[actor]).Select(u => u.Id).SingleAsync())).ToString();
        }
        foreach (var (actor, id) in new[] { ("learner A", Room.AId), ("learner B", Room.BId), ("teacher of the class", Room.TeacherId), ("other teacher", Room.StrangerId), ("assistant", Room.AssistantId) })
            Names[actor] = (await app.InDbAsync(db => db.Users.Where(u => u.Id == id).Select(u => u.UserName!).SingleAsync()));
        (Things["A"], Things["B"], Things["assistant"], Things["class"], Things["code"]) = ($"{Room.AId}", $"{Room.BId}", $"{Room.AssistantId}", $"{Room.ClassId}", Room.JoinCode);
        await app.InDbAsync(async db =>
        {
            var own = await db.Classes.Include(c => c.Members).Include(c => c.Roster).SingleAsync(c => c.Id == Room.ClassId);
            own.Enrol(Guid.Parse(Things["third"]), app.Clock.GetUtcNow());
            var row = new RosterRow("S3", "还没来", app.Clock.GetUtcNow());
            own.Roster.Add(row);
            await db.SaveChangesAsync();
            return Things["row"] = $"{row.Id}";
        });
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        await users.AddOrUpdatePasskeyAsync((await users.FindByIdAsync(Things["A"]))!, new UserPasskeyInfo([1, 2, 3, (byte)n], [1], app.Clock.GetUtcNow(), 0, [], true, false, false, [1], [1]));
        Things["passkey"] = $"010203{n:x2}";
    }

    private async Task AddDraftsAsync()
    {
        foreach (var name in new[] { "draft", "doomed" })
        {
            var page = await Room.A.GetAsync($"/practice/{People.Question}?fresh=true");
            await Room.A.SubmitAsync(page, "form.practice button[value=finish]", ("sections.attitude", People.Words));
            Things[name] = (await app.InDbAsync(db => db.Drafts.Where(d => d.OwnerId == Room.AId).OrderByDescending(d => d.Number).Select(d => d.Id).FirstAsync())).ToString();
        }
        var draft = Guid.Parse(Things["draft"]);
        Things["version"] = (await app.InDbAsync(db => db.Drafts.Where(d => d.Id == draft).SelectMany(d => d.Versions).Select(v => v.Id).FirstAsync())).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    // One that runs, one that is over, and one to be deleted.
    private async Task AddSittingsAsync()
    {
        foreach (var name in new[] { "sitting", "ended", "doomed sitting" })
        {
            var page = await Room.A.SubmitAsync(await Room.A.GetAsync("/exams/three/sit"), "main form");
            Things[name] = page.Address.AbsolutePath.Split('/')[^1];
            while (name != "sitting" && page.Page.QuerySelector("button[data-primary]") is not null) page = await Room.A.SubmitAsync(page, "button[data-primary]");
        }
        foreach (var name in new[] { "take", "doomed take" })
        {
            var take = new ExamTake(Guid.CreateVersion7(), Guid.Parse(Things["ended"]), 1, SoundType.Wav, isFile: true, app.Clock.GetUtcNow());
            take.Append(44);
            await app.InDbAsync(db => Task.FromResult(db.Add(take).Context.SaveChanges()));
            await app.Services.GetRequiredService<TakeFolder>().WriteAsync(take.Id, 0, new byte[44], default);
            Things[name] = $"{take.Id}";
        }
    }

    // One assignment that is marked and released, one that is marked only, and one that A is at.
    private async Task AddWorkAsync()
    {
        var released = await Room.AssignAsync(null, People.OtherQuestion);
        var (a, b) = (await Room.AnswerAsync(released, Room.AId), await Room.AnswerAsync(released, Room.BId));
        await Room.MarkAllAsync(released);
        await Room.ReleaseAsync(released);
        (Things["assignment"], Things["attempt"], Things["submission"], Things["B's submission"]) = ($"{released}", $"{a.Id}", $"{a.Submissions.Single().Id}", $"{b.Submissions.Single().Id}");
        var marked = await Room.AssignAsync(null, People.OtherQuestion);
        Things["unreleased"] = $"{(await Room.AnswerAsync(marked, Room.AId)).Submissions.Single().Id}";
        await Room.MarkAllAsync(marked);
        var open = await Room.AssignAsync(null, People.OtherQuestion);
        (Things["open"], Things["running"]) = ($"{open}", $"{(await Room.BeginAsync(open, Room.AId)).Id}");
        await app.InDbAsync(async db =>
        {
            var now = app.Clock.GetUtcNow();
            var id = Guid.Parse(Things["submission"]);
            var mark = await db.Marks.Include(m => m.Rubric).Include(m => m.Comments).Include(m => m.Submission.Assignment.Release).SingleAsync(m => m.SubmissionId == id);
            var (first, second) = (mark.Rubric.Elements[0].Key, mark.Rubric.Elements[1].Key);
            var appeal = db.Add(Appeal.Ask(mark, mark.Submission.Assignment.Release!, [], first, "这一项我觉得写到了，请再看一看，谢谢老师。", now).Appeal!).Entity;
            db.Add(new Exemplar(id, "写得实在", Room.TeacherId, now));
            var reminder = db.Add(new Reminder(open, Room.AId, Room.TeacherId, now)).Entity;
            await db.SaveChangesAsync();
            (Things["appeal"], Things["element"], Things["comment"], Things["reminder"]) = ($"{appeal.Id}", second, $"{mark.Comments.First().Id}", $"{reminder.Id}");
            return Things["question"] = $"{await db.AssignmentQuestions.Where(q => q.AssignmentId == released).Select(q => q.Id).SingleAsync()}";
        });
    }

    private async Task AddRestAsync()
    {
        var pages = await app.InDbAsync(async db =>
        {
            var now = app.Clock.GetUtcNow();
            var question = db.Add(Question.OwnedBy(Room.TeacherId, now)).Entity;
            question.SaveSketch(new OwnQuestionForm { Title = "自己的题", Framework = "attitude-action-longterm" }.ToSketch(), now);
            var revision = (await db.CurrentRevisionAsync(People.Question, Room.TeacherId, default))!;
            var template = db.Add(new DailyTemplate(Room.TeacherId, "每日一练", now)).Entity;
            template.Change("每日一练", [revision.QuestionId], new TimeOnly(6, 0), new TimeOnly(22, 0), false);
            var series = db.Add(new DailySeries(Guid.CreateVersion7(), Room.ClassId, "每日一练", false, Room.TeacherId, now)).Entity;
            var day = template.SetFor(series, [(DateOnly.FromDateTime(now.UtcDateTime).AddDays(7), revision)], TimeZoneInfo.Utc, Room.TeacherId, now).Single();
            db.Add(day);
            (Things["series"], Things["day"]) = ($"{series.Id}", $"{day.Id}");
            var feed = db.Add(new CalendarFeed(Room.AId, "", now)).Entity;
            Things["feed"] = feed.Renew(now);
            var answer = db.Add(new ScannedAnswer(Room.AId, revision, 1, now)).Entity;
            var scans = Enumerable.Range(0, 4).Select(i => db.Add(new ScanPage(Room.AId, $"{Guid.NewGuid():N}", 300, 300, 900, "", now)).Entity).ToList();
            scans[0].File(answer, 1, 1, "", now);
            scans[3].File(answer, 1, 1, "", now);
            scans[3].Replace(now);
            await db.SaveChangesAsync();
            (Things["own"], Things["template"], Things["answer"]) = ($"{question.Id}", $"{template.Id}", $"{answer.Id}");
            return scans.ConvertAll(s => s.Id);
        });
        using var bitmap = new SKBitmap(300, 300);
        foreach (var page in pages) await app.Services.GetRequiredService<ScanFolder>().WriteAsync(page, bitmap.Encode(SKEncodedImageFormat.Jpeg, 80).ToArray(), default);
        (Things["scan"], Things["waiting scan"], Things["scan to go"], Things["replaced scan"]) = ($"{pages[0]}", $"{pages[1]}", $"{pages[2]}", $"{pages[3]}");
    }
}
