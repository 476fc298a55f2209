using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Marking.Appeals;
using InterviewPrep.Web.Features.Marking.Exemplars;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Features.Marking;

internal sealed class MarkConfiguration :
    IEntityTypeConfiguration<Mark>, IEntityTypeConfiguration<PastScores>,
    IEntityTypeConfiguration<MarkComment>, IEntityTypeConfiguration<CommentResponse>
{
    private const int IdLength = 40;

    public void Configure(EntityTypeBuilder<Mark> mark)
    {
        mark.HasKey(m => m.SubmissionId);
        mark.HasOne(m => m.Submission).WithOne(s => s.Mark).HasForeignKey<Mark>(m => m.SubmissionId);
        mark.Ignore(m => m.Edit);
        mark.Ignore(m => m.Standing);
        mark.Ignore(m => m.Unscored);
        mark.Property(m => m.Revision).IsConcurrencyToken();
        mark.Property(m => m.Scores).IsJson();
        mark.Property(m => m.Stamps).IsJson();
        mark.Property(m => m.Points).IsJson();
        mark.Property(m => m.Remark).HasMaxLength(MarkEdit.LongestRemark);
        mark.Property(m => m.PrivateNote).HasMaxLength(MarkEdit.LongestNote);
        mark.Property(m => m.Pile).HasMaxLength(Submission.LongestPile);
        mark.HasOne(m => m.Rubric).WithMany().HasForeignKey(m => m.RubricVersionId);
        mark.HasMany(m => m.Comments).WithOne().HasForeignKey(c => c.SubmissionId);
        mark.HasMany(m => m.Past).WithOne().HasForeignKey(p => p.SubmissionId);
    }

    public void Configure(EntityTypeBuilder<PastScores> past)
    {
        past.ToTable("PastScores");
        past.Property(p => p.Scores).IsJson();
    }

    public void Configure(EntityTypeBuilder<MarkComment> comment)
    {
        comment.Property(c => c.Id).ValueGeneratedNever();
        comment.Ignore(c => c.Pin);
        comment.Property(c => c.Stage).HasMaxLength(IdLength);
        comment.Property(c => c.Text).HasMaxLength(MarkEdit.LongestComment);
        comment.HasOne(c => c.Response).WithOne().HasForeignKey<CommentResponse>(r => r.CommentId);
    }

    public void Configure(EntityTypeBuilder<CommentResponse> response)
    {
        response.ToTable("CommentResponses");
        response.HasKey(r => r.CommentId);
        response.HasOne<Draft>().WithMany().HasForeignKey(r => r.DraftId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class MarkingConfiguration :
    IEntityTypeConfiguration<MarkingLock>, IEntityTypeConfiguration<BankComment>, IEntityTypeConfiguration<FeedbackOpening>,
    IEntityTypeConfiguration<Appeal>, IEntityTypeConfiguration<Exemplar>, IEntityTypeConfiguration<PhraseVerdict>
{
    public void Configure(EntityTypeBuilder<MarkingLock> held)
    {
        held.HasKey(c => c.SubmissionId);
        held.Property(c => c.Until).IsConcurrencyToken();
        held.HasOne<Submission>().WithOne().HasForeignKey<MarkingLock>(c => c.SubmissionId);
    }

    public void Configure(EntityTypeBuilder<BankComment> comment)
    {
        comment.Property(c => c.Text).HasMaxLength(BankComment.LongestText);
        comment.HasIndex(c => new { c.OwnerId, c.Text }).IsUnique();
        comment.HasOne<AppUser>().WithMany().HasForeignKey(c => c.OwnerId);
    }

    public void Configure(EntityTypeBuilder<FeedbackOpening> opening)
    {
        opening.ToTable("FeedbackOpenings");
        opening.HasKey(o => o.SubmissionId);
        opening.HasOne<Submission>().WithOne().HasForeignKey<FeedbackOpening>(o => o.SubmissionId);
    }

    public void Configure(EntityTypeBuilder<Appeal> appeal)
    {
        appeal.Property(a => a.Id).ValueGeneratedNever();
        appeal.Property(a => a.Element).HasMaxLength(40);
        appeal.Property(a => a.ElementName).HasMaxLength(RubricVersion.LongestName);
        appeal.Property(a => a.Reason).HasMaxLength(Appeal.LongestText);
        appeal.Property(a => a.Answer).HasMaxLength(Appeal.LongestText);
        appeal.Property(a => a.AnsweredAt).IsConcurrencyToken();
        appeal.HasIndex(a => new { a.SubmissionId, a.Element }).IsUnique();
        appeal.HasOne(a => a.Mark).WithMany().HasForeignKey(a => a.SubmissionId);
    }

    public void Configure(EntityTypeBuilder<Exemplar> exemplar)
    {
        exemplar.HasKey(e => e.SubmissionId);
        exemplar.Property(e => e.Why).HasMaxLength(Exemplar.LongestWhy);
        exemplar.HasOne(e => e.Submission).WithOne().HasForeignKey<Exemplar>(e => e.SubmissionId);
    }

    public void Configure(EntityTypeBuilder<PhraseVerdict> verdict)
    {
        verdict.ToTable("PhraseVerdicts");
        verdict.HasKey(v => new { v.ClassId, v.Phrase });
        verdict.Property(v => v.Phrase).HasMaxLength(PhraseVerdict.LongestPhrase);
        verdict.HasOne<SchoolClass>().WithMany().HasForeignKey(v => v.ClassId);
    }
}
