using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Marking.Appeals;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Marking;

/// <summary>From setting to appeal in the real store: who sees what, and what counts.</summary>
public sealed class MarkingDomainTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Marks_are_seen_by_their_learner_only_while_they_are_released()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var submission = (await room.AnswerAsync(assignment, room.AId)).Submissions.Single().Id;
        await room.MarkAllAsync(assignment);
        Task<VisibleMark?> See(Guid who) => app.InDbAsync(db => db.VisibleMarkAsync(submission, who, default));

        (await See(room.AId)).Should().BeNull();
        await room.ReleaseAsync(assignment);
        var seen = await See(room.AId);
        (await See(room.BId)).Should().BeNull();
        await room.TakeBackAsync(assignment);
        (await See(room.AId)).Should().BeNull();

        seen!.Total.Should().Be(80);
        seen.IsUnread.Should().BeTrue();
        seen.Comments.Single().Snapshot.Should().Be(People.Words[..3]);
        (await app.InDbAsync(db => db.ClassEvents.Where(e => e.AssignmentId == assignment).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync()))
            .Should().Equal(ClassEventKind.Released, ClassEventKind.ReleaseTakenBack);
    }

    [Fact]
    public async Task Only_markers_of_the_class_mark_and_of_two_at_once_the_second_is_told()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var submission = (await room.AnswerAsync(assignment, room.AId)).Submissions.Single().Id;
        Task<MarkSaving.Result> Save(Guid by, string remark, int onRevision) =>
            room.RunAsync<MarkSaving, MarkSaving.Result>(s => s.SaveAsync(submission, by, onRevision, MarkEdit.Blank with { Remark = remark }, default));

        (await Save(room.StrangerId, "外人", 0)).Outcome.Should().Be(MarkOutcome.NotFound);
        (await Save(room.BId, "同学", 0)).Outcome.Should().Be(MarkOutcome.NotFound);
        (await Save(room.TeacherId, "甲", 0)).Outcome.Should().Be(MarkOutcome.Saved);
        (await Save(room.TeacherId, "甲", 0)).Outcome.Should().Be(MarkOutcome.Saved, "the same again is no conflict");
        var second = await Save(room.AssistantId, "乙", 0);

        (second.Outcome, second.Mark!.Remark).Should().Be((MarkOutcome.Conflict, "甲"));
        var held = await app.InDbAsync(db => db.LockAsync(submission, room.TeacherId, app.Clock.GetUtcNow(), default));
        (await app.InDbAsync(db => db.LockAsync(submission, room.AssistantId, app.Clock.GetUtcNow(), default))).ById.Should().Be(held.ById);
    }

    [Fact]
    public async Task When_the_time_is_up_the_last_save_counts_and_later_words_are_kept_but_do_not()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync(p => p with { Pace = Pace.Timed, Minutes = 15 });
        var attempt = await room.BeginAsync(assignment, room.AId);
        await room.WriteAsync(attempt, "时间内写的。");
        app.Clock.Advance(TimeSpan.FromMinutes(16));

        await room.WriteAsync(attempt, "时间到了还在写。");

        var closed = await app.InDbAsync(db => db.Attempts.Include(a => a.Submissions).SingleAsync(a => a.Id == attempt.Id));
        closed.Ending.Should().Be(AttemptEnding.TimeUp);
        closed.Receipt.Should().NotBeNull();
        closed.Submissions.Single().Text.Of("attitude").Should().Be("时间内写的。");
        (await app.InDbAsync(db => db.Drafts.SingleAsync(d => d.Id == attempt.Drafts.Single().DraftId))).Text.Of("attitude").Should().Be("时间到了还在写。");
    }

    [Fact]
    public async Task Handing_in_again_takes_the_place_in_the_queue_and_the_mark_stays_with_its_version()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var first = await room.AnswerAsync(assignment, room.AId);
        await room.MarkAllAsync(assignment);

        var second = await room.AnswerAsync(assignment, room.AId, People.Words + "又想了想。");
        var third = await room.RunAsync<AttemptStart, AttemptStart.Result>(s => s.RunAsync(assignment, room.AId, default));

        var queue = await app.InDbAsync(db => db.Submissions.MarkedBy(room.AssistantId).Queue(assignment, new QueueFilter(Unmarked: true, MissingStage: "closing")).Select(s => s.AttemptId).ToListAsync());
        queue.Should().Equal(second.Id);
        (await app.InDbAsync(db => db.Marks.SingleAsync(m => m.Submission.AttemptId == first.Id))).Total.Should().Be(80);
        third.Refusal.Should().Be(StartRefusal.NoAttemptsLeft);
        (second.CandidateNumber, second.Receipt).Should().NotBe((0, first.Receipt));
        second.CandidateNumber.Should().Be(first.CandidateNumber);
    }

    [Fact]
    public async Task A_rubric_changed_in_mid_marking_takes_the_marks_along_and_keeps_what_stood()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.AnswerAsync(assignment, room.AId);
        await room.MarkAllAsync(assignment);

        await app.InDbAsync(async db =>
        {
            var change = new RubricChange(db, app.Clock);
            var question = await db.AssignmentQuestions.Include(q => q.Rubrics).SingleAsync(q => q.AssignmentId == assignment);
            IReadOnlyList<AssessmentElement> halved = [.. question.Rubric.Elements.Select(e => RubricDefaults.Element(e.Key, e.Name, e.Most / 2))];
            (await change.PreviewAsync(question, halved, default)).Rescaled.Should().Be(1);
            await change.ApplyAsync(question, halved, room.TeacherId, default);
            return 0;
        });

        var mark = await app.InDbAsync(db => db.Marks.Include(m => m.Past).Include(m => m.Rubric).SingleAsync(m => m.Submission.AssignmentId == assignment));
        (mark.Total, mark.Rubric.Number, mark.Past.Single().Total).Should().Be((40, 2, 80));
    }

    [Fact]
    public async Task An_appeal_changes_one_element_and_both_scores_stay()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.AnswerAsync(assignment, room.AId);
        await room.MarkAllAsync(assignment);
        await room.ReleaseAsync(assignment);

        await app.InDbAsync(async db =>
        {
            var mark = await db.Marks.Include(m => m.Rubric).Include(m => m.Submission.Assignment.Release).ReleasedTo(room.AId).SingleAsync(m => m.Submission.AssignmentId == assignment);
            var release = mark.Submission.Assignment.Release!;
            var element = mark.Rubric.Elements[0];
            Appeal.Ask(mark, release, [], element.Key, "理由够长够长够长够长", release.AppealsUntil).Problem.Should().Contain("时间已过");
            var appeal = Appeal.Ask(mark, release, [], element.Key, "第二段里说了复核的做法，请再看。", app.Clock.GetUtcNow()).Appeal!;
            db.Add(appeal);
            appeal.Settle(mark, element.Most, "确实说了。", room.TeacherId, app.Clock.GetUtcNow()).Should().BeTrue();
            return await db.SaveChangesAsync();
        });

        var settled = await app.InDbAsync(db => db.Appeals.Include(a => a.Mark.Past).SingleAsync(a => a.Mark.Submission.AssignmentId == assignment));
        settled.PointsAfter.Should().BeGreaterThan(settled.PointsBefore);
        settled.Mark.Past.Single().Reason.Should().Be(ScoreChange.Appealed);
    }

    [Fact]
    public async Task Comments_fill_the_bank_and_what_a_learner_will_change_is_a_to_do_once_released()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.AnswerAsync(assignment, room.AId);
        await room.AnswerAsync(assignment, room.BId);
        await room.MarkAllAsync(assignment, comment: "先问到人再看材料。");
        await app.InDbAsync(async db =>
        {
            (await db.MarkComments.Include(c => c.Response).FirstAsync(c => db.Submissions.Any(s => s.Id == c.SubmissionId && s.LearnerId == room.AId))).Respond(ResponseKind.WillChange, app.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        (await app.InDbAsync(db => db.BankAsync(room.TeacherId, "xwdr", 9, default))).Single().Uses.Should().Be(2);
        (await app.InDbAsync(db => db.OpenToDos(room.AId).CountAsync())).Should().Be(0);
        await room.ReleaseAsync(assignment);
        (await app.InDbAsync(db => db.OpenToDos(room.AId).CountAsync())).Should().Be(1);
        (await app.InDbAsync(db => db.Marks.ReleasedTo(room.BId).Unread(db).CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task A_model_answer_is_kept_back_until_the_marks_are_released()
    {
        using var room = await Classroom.NewAsync(app);
        var review = await room.A.WriteAsync(action: "finish");
        review.Text.Should().Contain("示例：");
        var assignment = await room.AssignAsync();

        (await room.A.GetAsync(review.Address.PathAndQuery)).Text.Should().NotContain("示例：");
        (await room.A.GetAsync("/sheets/bus-stop?kind=model")).Text.Should().Contain("先给您空白纸");
        await room.ReleaseAsync(assignment);
        (await room.A.GetAsync(review.Address.PathAndQuery)).Text.Should().Contain("示例：");
    }

    [Fact]
    public async Task Anonymity_is_lifted_once_and_logged()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync(p => p with { IsAnonymous = true });

        await app.InDbAsync(async db =>
        {
            var found = await db.Assignments.TaughtBy(room.TeacherId).Include(a => a.AnonymityLift).SingleAsync(a => a.Id == assignment);
            found.HidesNames.Should().BeTrue();
            db.Add(found.LiftAnonymity(room.TeacherId, app.Clock.GetUtcNow())!);
            found.LiftAnonymity(room.TeacherId, app.Clock.GetUtcNow()).Should().BeNull();
            return await db.SaveChangesAsync();
        });

        (await app.InDbAsync(db => db.Assignments.Include(a => a.AnonymityLift).SingleAsync(a => a.Id == assignment))).HidesNames.Should().BeFalse();
        (await app.InDbAsync(db => db.ClassEvents.SingleAsync(e => e.AssignmentId == assignment))).ById.Should().Be(room.TeacherId);
        (await room.Teacher.GetAsync("/classes")).TextOf("main h2").Should().StartWith("冲刺班");
    }
}
