using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Marking.Appeals;
using InterviewPrep.Web.Features.Marking.Exemplars;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Mark = InterviewPrep.Web.Features.Marking.Mark;

namespace InterviewPrep.Web.Host.Commands;

/// <summary>
/// Fills an empty installation with one story: a class of thirty, three weeks' assignments marked and released,
/// yesterday's half marked, tonight's open. Always the same but for the dates.
/// </summary>
public sealed class DemoData(AppDb db, UserManager<AppUser> users, ContentLibrary content, SiteTime siteTime, TimeProvider time)
{
    public const int Learners = 30;

    private const string FirstQuestion = "bus-stop-cut-notice", SecondQuestion = "elder-station-objection", ThirdQuestion = "water-bill-tripled";

    // Weeks that are over, with how much lower the marks were then.
    private static readonly (string Title, string Question, int Days, double Lift)[] Earlier =
        [("第一周作业", "bus-passed-stop-rain", -21, -0.09), ("第二周作业", "library-cleared-seat", -14, -0.03)];

    private const string Surnames = "陈王李张刘杨𬱖黄周吴"; // one of them not in every font

    private static readonly string[] Remarks =
        ["查之前先稳住人，这一步做到了。", "措施都能落地，缺一个回头看。", "先回应再调查，顺序要再想想。", "三种情况分开讲了，很清楚。"];

    private static readonly string[] CommentTexts =
        ["“道歉”之后要跟“谁、何时、改到什么程度”，否则考官会追问。", "这里可以说出一个具体的时间。", "先问到人，再看材料，会更稳。", "这句谁都能说，换成本题里的事。"];

    /// <summary>True where there is anything that a demonstration could spoil.</summary>
    public async Task<bool> HasDataAsync(CancellationToken ct) =>
        await db.Users.AnyAsync(ct) || await db.Drafts.AnyAsync(ct) || await db.Classes.AnyAsync(ct) || await db.LessonCompletions.AnyAsync(ct);

    /// <returns>Why nothing was filled in; null where it was.</returns>
    public async Task<string?> FillAsync(string password, CancellationToken ct)
    {
        if (await HasDataAsync(ct)) return "there are data already: demo fills an empty installation only";
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = time.GetUtcNow();
        var teacher = await PersonAsync("teacher", "老师", "", Roles.Teacher, password, null, now.AddDays(-30));
        if (teacher is null) return $"--password must have at least {users.Options.Password.RequiredLength} characters";
        var (learners, surnames) = (new List<AppUser>(), Surnames.EnumerateRunes().ToList());
        for (var i = 1; i <= Learners; i++)
        {
            // Nobody's name: a surname, 某 and a number.
            var name = $"{surnames[(i - 1) % surnames.Count]}某{i}";
            learners.Add((await PersonAsync($"learner{i}", name, $"2026{i:000}", Roles.Learner, password, teacher.PasswordHash, now.AddDays(-24)))!);
        }

        var schoolClass = new SchoolClass("事业单位面试冲刺班", teacher.Id, now.AddDays(-25));
        foreach (var learner in learners)
        {
            var row = new RosterRow(learner.StudentNumber, learner.DisplayName, now.AddDays(-24));
            row.Link(learner.Id);
            schoolClass.Roster.Add(row);
            schoolClass.Admit(learner.Id, ClassRole.Learner, now.AddDays(-24));
        }
        db.Add(schoolClass);

        foreach (var (title, question, days, lift) in Earlier)
        {
            var past = await AssignAsync(schoolClass, title, [question], Evening(days), teacher, isAnonymous: false, ct);
            MarkAll(past, await AnswerAsync(past, learners, 26, ct), teacher, past.DueAt.AddDays(1), lift);
            db.Add(past.ReleaseMarks(past.DueAt.AddDays(6), teacher.Id, past.DueAt.AddDays(2))!);
        }
        var first = await AssignAsync(schoolClass, "第三周作业", [FirstQuestion], Evening(-7), teacher, isAnonymous: false, ct);
        var second = await AssignAsync(schoolClass, "第四周作业", [SecondQuestion], Evening(-1), teacher, isAnonymous: true, ct);
        var tonights = await AssignAsync(schoolClass, "今晚这一题", [ThirdQuestion], Evening(0) is var tonight && tonight > now.AddHours(1) ? tonight : Evening(1), teacher, isAnonymous: false, ct);
        await db.SaveChangesAsync(ct);

        Release(first, await AnswerAsync(first, learners, 29, ct), teacher, now.AddDays(-5));
        MarkAll(second, (await AnswerAsync(second, learners, 27, ct)).Take(11), teacher, now.AddHours(-2));
        tonights.Extend(learners[4].Id, 24 * 60, 0, "住院，明天出院", teacher.Id, now.AddHours(-1));
        db.Add(new Reminder(tonights.Id, learners[8].Id, teacher.Id, now.AddMinutes(-30)));
        db.Add(await DailyAsync(teacher, now, ct));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private DateTimeOffset Evening(int days) => WallClock.Instant(siteTime.Local(time.GetUtcNow()).Date.AddDays(days).AddHours(22), siteTime.Zone);

    // All share one password, so it is hashed once: thirty hashes take ten seconds and hide nothing more.
    private async Task<AppUser?> PersonAsync(string userName, string name, string number, string role, string password, string? hash, DateTimeOffset at)
    {
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = userName, DisplayName = name, StudentNumber = number, CreatedAt = at, PasswordHash = hash };
        if (!(hash is null ? await users.CreateAsync(user, password) : await users.CreateAsync(user)).Succeeded) return null;
        await users.AddToRoleAsync(user, role);
        return user;
    }

    private async Task<Assignment> AssignAsync(SchoolClass schoolClass, string title, string[] slugs, DateTimeOffset dueAt, AppUser teacher, bool isAnonymous, CancellationToken ct)
    {
        var questions = new List<QuestionRevision>();
        foreach (var slug in slugs)
        {
            // Another installation's content may lack the usual questions; then any will do.
            var known = await db.Current(null).AnyAsync(q => q.Slug == slug, ct) ? slug : await db.Current(null).OrderBy(q => q.Id).Select(q => q.Slug).FirstAsync(ct);
            questions.Add((await db.CurrentRevisionAsync(known, null, ct))!);
        }
        var plan = new AssignmentPlan(title, "先自己写，写完再看示例。", Pace.Free, 0, false, dueAt.AddDays(-2), dueAt, dueAt.AddHours(10), 2, Reveal.AfterRelease, null, isAnonymous);
        return db.Add(new Assignment(schoolClass.Id, plan, questions, null, teacher.Id, plan.OpensAt.AddHours(-1))).Entity;
    }

    private async Task<IReadOnlyList<Submission>> AnswerAsync(Assignment assignment, List<AppUser> learners, int count, CancellationToken ct)
    {
        var question = assignment.Questions.Single();
        var revision = await db.RevisionAsync(question.QuestionRevisionId, ct);
        var stages = content.FindFramework(revision.Framework)!.Stages.Select(s => s.Id).ToList();
        var submissions = new List<Submission>();
        var lots = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var startedAt = assignment.OpensAt.AddMinutes(40 + 61 * i);
            // The last two are late, after the deadline and before the cut-off.
            var handedInAt = i < count - 2 ? startedAt.AddMinutes(25 + i) : assignment.DueAt.AddMinutes(20 + i);
            var earlier = db.Drafts.Local.Count(d => d.OwnerId == learners[i].Id && d.QuestionId == revision.QuestionId);
            var draft = new Draft(Guid.CreateVersion7(), learners[i].Id, revision, earlier + 1, startedAt);
            draft.Revise(DemoAnswers.Text(revision, stages, i), null, handedInAt.AddMinutes(-1));
            db.Add(draft);
            lots.Add(CandidateNumber.Draw(lots, learners.Count));
            db.Add(new CandidateNumber(assignment.Id, learners[i].Id, lots[^1]));
            var attempt = new Attempt(assignment.Id, learners[i].Id, 1, lots[^1], assignment.DeadlinesFor(null), [(question, draft)], startedAt);
            attempt.HandIn([new HandInAnswer(question.Id, draft, draft.Versions.Single(), stages)], handedInAt);
            db.Add(attempt);
            submissions.AddRange(attempt.Submissions);
        }
        await db.SaveChangesAsync(ct);
        return submissions;
    }

    private void MarkAll(Assignment assignment, IEnumerable<Submission> submissions, AppUser teacher, DateTimeOffset at, double lift = 0)
    {
        var rubric = assignment.Questions.Single().Rubric;
        foreach (var (submission, i) in submissions.Select((s, i) => (s, i)))
        {
            var scores = rubric.Elements.Select((e, n) => new ElementScore(e.Key, AssessmentElement.Round(e.Most * DemoAnswers.Share(i, n, lift)))).ToList();
            var stage = submission.Text.Keys.ElementAt(i % submission.Text.Count);
            var first = submission.Text.Of(stage).IndexOf('。');
            var comments = i % 4 == 3 ? [] : new[] { new CommentEdit(Guid.CreateVersion7(), stage, 0, first + 1, CommentTexts[i % CommentTexts.Length]) };
            var stamps = i % 3 == 0 ? [new SentenceStamp(stage, 0, first + 1, 1 + i % 5)] : Array.Empty<SentenceStamp>();
            var mark = new Mark(submission, rubric, teacher.Id, at);
            mark.Save(new MarkEdit(scores, Remarks[i % Remarks.Length], i == 4 ? "下次面谈时问问备考时间。" : "", i == 0 ? "好答案候选" : "", stamps, comments, []), false, teacher.Id, at.AddMinutes(i));
            db.Add(mark);
        }
        foreach (var (text, i) in CommentTexts.Select((t, i) => (t, i)))
        {
            if (db.BankComments.Local.Any(c => c.OwnerId == teacher.Id && c.Text == text)) continue;
            var kept = db.Add(new BankComment(teacher.Id, text, at)).Entity;
            for (var n = 0; n <= i; n++) kept.Use(at);
        }
    }

    private void Release(Assignment assignment, IReadOnlyList<Submission> submissions, AppUser teacher, DateTimeOffset at)
    {
        MarkAll(assignment, submissions, teacher, at.AddHours(-3));
        db.Add(assignment.ReleaseMarks(time.GetUtcNow().AddDays(3), teacher.Id, at)!);
        foreach (var (mark, i) in submissions.Select((s, i) => (s.Mark!, i)).Where(m => m.i % 2 == 0))
        {
            db.Add(new FeedbackOpening(mark.SubmissionId, at.AddHours(1 + i)));
            foreach (var comment in mark.Comments) comment.Respond(i % 4 == 0 ? ResponseKind.WillChange : ResponseKind.Understood, at.AddHours(1 + i));
        }
        var doubted = submissions[3].Mark!;
        db.Add(Appeal.Ask(doubted, assignment.Release!, [], doubted.Scores[0].Element, "第二段里说了复核的做法，想请老师再看一下这一项。", at.AddDays(1)).Appeal!);
        var exemplar = db.Add(new Exemplar(submissions[0].Id, "先找到人、再分情况，时间都说得出来。", teacher.Id, at)).Entity;
        exemplar.Consent(at.AddHours(5));
    }

    private async Task<DailyTemplate> DailyAsync(AppUser teacher, DateTimeOffset now, CancellationToken ct)
    {
        var questions = await db.Current(null).OrderBy(q => q.Difficulty).ThenBy(q => q.Id).Select(q => q.Id).Take(14).ToListAsync(ct);
        var template = new DailyTemplate(teacher.Id, "每日一练", now);
        template.Change("每日一练", questions, new TimeOnly(6, 0), new TimeOnly(22, 0), skipsWeekends: false);
        return template;
    }
}
