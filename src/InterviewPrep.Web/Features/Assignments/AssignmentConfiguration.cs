using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Features.Assignments;

internal sealed class AssignmentConfiguration :
    IEntityTypeConfiguration<Assignment>, IEntityTypeConfiguration<AssignmentQuestion>, IEntityTypeConfiguration<Extension>,
    IEntityTypeConfiguration<AnonymityLift>, IEntityTypeConfiguration<Release>, IEntityTypeConfiguration<CandidateNumber>,
    IEntityTypeConfiguration<RubricVersion>, IEntityTypeConfiguration<Reminder>, IEntityTypeConfiguration<CalendarFeed>, IEntityTypeConfiguration<DailyTemplate>, IEntityTypeConfiguration<DailySeries>
{
    public void Configure(EntityTypeBuilder<Assignment> assignment)
    {
        assignment.Property(a => a.Id).ValueGeneratedNever();
        assignment.Property(a => a.Title).HasMaxLength(AssignmentPlan.LongestTitle);
        assignment.Property(a => a.Note).HasMaxLength(AssignmentPlan.LongestNote);
        assignment.Property(a => a.Paper).HasMaxLength(100);
        assignment.Ignore(a => a.Plan);
        assignment.Property(a => a.Revision).IsConcurrencyToken();
        assignment.HasIndex(a => new { a.ClassId, a.DueAt });
        assignment.HasOne(a => a.Class).WithMany().HasForeignKey(a => a.ClassId);
        assignment.HasOne(a => a.AnonymityLift).WithOne().HasForeignKey<AnonymityLift>(e => e.AssignmentId);
        assignment.HasOne(a => a.Release).WithOne().HasForeignKey<Release>(r => r.AssignmentId);
        assignment.HasMany(a => a.Questions).WithOne(q => q.Assignment).HasForeignKey(q => q.AssignmentId);
        assignment.HasMany(a => a.Extensions).WithOne().HasForeignKey(e => e.AssignmentId);
        assignment.HasOne(a => a.Series).WithMany().HasForeignKey(a => a.SeriesId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<DailySeries> series)
    {
        series.ToTable("DailySeries");
        series.Property(s => s.Id).ValueGeneratedNever();
        series.Property(s => s.Name).HasMaxLength(DailySeries.LongestName);
        series.HasOne<SchoolClass>().WithMany().HasForeignKey(s => s.ClassId);
    }

    public void Configure(EntityTypeBuilder<AssignmentQuestion> question)
    {
        question.ToTable("AssignmentQuestions");
        question.Property(q => q.Id).ValueGeneratedNever();
        question.Ignore(q => q.Rubric);
        question.HasOne(q => q.Question).WithMany().HasForeignKey(q => q.QuestionId).OnDelete(DeleteBehavior.Restrict);
        question.HasOne(q => q.QuestionRevision).WithMany().HasForeignKey(q => q.QuestionRevisionId).OnDelete(DeleteBehavior.Restrict);
        question.HasMany(q => q.Rubrics).WithOne().HasForeignKey(r => r.AssignmentQuestionId);
    }

    public void Configure(EntityTypeBuilder<RubricVersion> rubric)
    {
        rubric.ToTable("RubricVersions");
        rubric.Property(r => r.Elements).IsJson();
        rubric.HasIndex(r => new { r.AssignmentQuestionId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Extension> extension)
    {
        extension.ToTable("Extensions");
        extension.HasKey(e => new { e.AssignmentId, e.LearnerId });
        extension.Ignore(e => e.IsGiven);
        extension.Property(e => e.Reason).HasMaxLength(Extension.LongestReason);
        extension.HasOne<AppUser>().WithMany().HasForeignKey(e => e.LearnerId);
    }

    public void Configure(EntityTypeBuilder<AnonymityLift> lift)
    {
        lift.ToTable("AnonymityLifts");
        lift.HasKey(o => o.AssignmentId);
    }

    public void Configure(EntityTypeBuilder<Release> release)
    {
        release.ToTable("Releases");
        release.HasKey(r => r.AssignmentId);
    }

    public void Configure(EntityTypeBuilder<CandidateNumber> candidate)
    {
        candidate.ToTable("CandidateNumbers");
        candidate.HasKey(c => new { c.AssignmentId, c.LearnerId });
        candidate.HasIndex(c => new { c.AssignmentId, c.Number }).IsUnique();
        candidate.HasOne<Assignment>().WithMany().HasForeignKey(c => c.AssignmentId);
        candidate.HasOne<AppUser>().WithMany().HasForeignKey(c => c.LearnerId);
    }

    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.ToTable("Reminders");
        reminder.HasIndex(r => new { r.LearnerId, r.DismissedAt });
        reminder.HasOne(r => r.Assignment).WithMany().HasForeignKey(r => r.AssignmentId);
        reminder.HasOne<AppUser>().WithMany().HasForeignKey(r => r.LearnerId);
    }

    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.ToTable("CalendarFeeds");
        feed.HasKey(f => f.UserId);
        feed.Property(f => f.KeyHash).HasMaxLength(64);
        feed.HasIndex(f => f.KeyHash).IsUnique();
        feed.HasOne<AppUser>().WithMany().HasForeignKey(f => f.UserId);
    }

    public void Configure(EntityTypeBuilder<DailyTemplate> template)
    {
        template.ToTable("DailyTemplates");
        template.Property(t => t.Id).ValueGeneratedNever();
        template.Property(t => t.Name).HasMaxLength(DailySeries.LongestName);
        template.Property(t => t.QuestionIds).IsJson();
        template.HasIndex(t => t.OwnerId);
        template.HasOne<AppUser>().WithMany().HasForeignKey(t => t.OwnerId);
    }
}

internal sealed class AttemptConfiguration :
    IEntityTypeConfiguration<Attempt>, IEntityTypeConfiguration<AttemptDraft>, IEntityTypeConfiguration<AttemptReturn>, IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Attempt> attempt)
    {
        attempt.Property(a => a.Id).ValueGeneratedNever();
        attempt.Property(a => a.Receipt).HasMaxLength(20);
        attempt.Property(a => a.ClosedAt).IsConcurrencyToken();
        attempt.HasIndex(a => new { a.AssignmentId, a.LearnerId, a.Number }).IsUnique();
        attempt.HasIndex(a => a.Receipt).IsUnique();
        attempt.HasIndex(a => new { a.ClosedAt, a.EndsAt });
        attempt.HasOne(a => a.Assignment).WithMany().HasForeignKey(a => a.AssignmentId);
        attempt.HasOne(a => a.Learner).WithMany().HasForeignKey(a => a.LearnerId);
        attempt.HasOne(a => a.Returned).WithOne().HasForeignKey<AttemptReturn>(r => r.AttemptId);
        attempt.HasMany(a => a.Drafts).WithOne(d => d.Attempt).HasForeignKey(d => d.AttemptId);
        attempt.HasMany(a => a.Submissions).WithOne(s => s.Attempt).HasForeignKey(s => s.AttemptId);
    }

    public void Configure(EntityTypeBuilder<AttemptDraft> draft)
    {
        draft.ToTable("AttemptDrafts");
        draft.HasKey(d => new { d.AttemptId, d.AssignmentQuestionId });
        draft.HasIndex(d => d.DraftId);
        draft.HasOne(d => d.AssignmentQuestion).WithMany().HasForeignKey(d => d.AssignmentQuestionId);
        draft.HasOne(d => d.Draft).WithMany().HasForeignKey(d => d.DraftId);
    }

    public void Configure(EntityTypeBuilder<AttemptReturn> returned)
    {
        returned.ToTable("AttemptReturns");
        returned.HasKey(r => r.AttemptId);
        returned.Property(r => r.Reason).HasMaxLength(AttemptReturn.LongestReason);
    }

    public void Configure(EntityTypeBuilder<Submission> submission)
    {
        submission.Property(s => s.Id).ValueGeneratedNever();
        submission.Property(s => s.Text).IsDraftText();
        submission.Property(s => s.Ticks).IsJson();
        submission.Property(s => s.MissingStages).HasMaxLength(200);
        submission.Property(s => s.Pile).HasMaxLength(Submission.LongestPile);
        submission.HasIndex(s => new { s.AssignmentId, s.Pile });
        submission.HasIndex(s => new { s.AttemptId, s.AssignmentQuestionId }).IsUnique();
        submission.HasIndex(s => new { s.AssignmentId, s.AssignmentQuestionId, s.IsLatest, s.IsMarked, s.CandidateNumber });
        // The marking queue is read by these: by question, or by learner.
        submission.HasIndex(s => new { s.AssignmentQuestionId, s.IsLatest, s.CandidateNumber });
        submission.HasIndex(s => new { s.AssignmentId, s.IsLatest, s.CandidateNumber, s.AssignmentQuestionId, s.IsMarked });
        submission.HasIndex(s => new { s.LearnerId, s.AssignmentId });
        submission.HasOne(s => s.Assignment).WithMany().HasForeignKey(s => s.AssignmentId);
        submission.HasOne(s => s.AssignmentQuestion).WithMany().HasForeignKey(s => s.AssignmentQuestionId);
        submission.HasOne(s => s.Learner).WithMany().HasForeignKey(s => s.LearnerId);
        submission.HasOne<Draft>().WithMany().HasForeignKey(s => s.DraftId).OnDelete(DeleteBehavior.SetNull);
    }
}
