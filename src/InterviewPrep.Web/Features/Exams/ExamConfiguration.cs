using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Features.Exams;

internal sealed class ExamConfiguration : IEntityTypeConfiguration<ExamSitting>, IEntityTypeConfiguration<ExamAnswer>, IEntityTypeConfiguration<ExamTake>
{
    private const int TitleLength = 200;

    public void Configure(EntityTypeBuilder<ExamSitting> sitting)
    {
        sitting.ToTable("ExamSittings");
        sitting.Property(s => s.Id).ValueGeneratedNever();
        sitting.Property(s => s.Paper).HasMaxLength(QuestionConfiguration.SlugLength);
        sitting.Property(s => s.Layout).HasMaxLength(QuestionConfiguration.SlugLength);
        sitting.Property(s => s.Title).HasMaxLength(TitleLength);
        sitting.Property(s => s.Notes).HasMaxLength(ExamAnswer.LongestNotes);
        sitting.Property(s => s.Rules).IsJson();
        sitting.Property(s => s.Marks).IsJson();
        sitting.Property(s => s.Scores).IsJson();
        sitting.Property(s => s.Revision).IsConcurrencyToken();
        sitting.HasIndex(s => new { s.OwnerId, s.CreatedAt });
        sitting.HasMany(s => s.Answers).WithOne(a => a.Sitting).HasForeignKey(a => a.SittingId);
    }

    public void Configure(EntityTypeBuilder<ExamAnswer> answer)
    {
        answer.ToTable("ExamAnswers");
        answer.Property(a => a.Notes).HasMaxLength(2 * ExamAnswer.LongestNotes);
        answer.Property(a => a.Text).HasMaxLength(2 * ExamAnswer.LongestText);
        answer.HasIndex(a => new { a.SittingId, a.Order }).IsUnique();
        answer.HasOne<Question>().WithMany().HasForeignKey(a => a.QuestionId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne(a => a.QuestionRevision).WithMany().HasForeignKey(a => a.QuestionRevisionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ExamTake> take)
    {
        take.ToTable("ExamTakes");
        take.Property(t => t.Id).ValueGeneratedNever();
        take.Property(t => t.Slices).IsConcurrencyToken();
        take.HasIndex(t => new { t.SittingId, t.Question });
        take.HasOne(t => t.Sitting).WithMany(s => s.Takes).HasForeignKey(t => t.SittingId);
    }
}
