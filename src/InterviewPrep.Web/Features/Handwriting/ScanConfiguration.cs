using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Features.Handwriting;

internal sealed class ScanConfiguration : IEntityTypeConfiguration<ScannedAnswer>, IEntityTypeConfiguration<ScanPage>
{
    private const int HashLength = 64, CodeLength = 30;

    public void Configure(EntityTypeBuilder<ScannedAnswer> answer)
    {
        answer.ToTable("ScannedAnswers");
        answer.Property(a => a.Id).ValueGeneratedNever();
        answer.Ignore(a => a.Standing);
        // Both engines read this filter; practice of one's own has one answer for each printed attempt.
        answer.HasIndex(a => new { a.OwnerId, a.QuestionRevisionId, a.Number }).IsUnique().HasFilter("\"AttemptId\" IS NULL");
        answer.HasIndex(a => new { a.AttemptId, a.AssignmentQuestionId }).IsUnique();
        answer.HasOne(a => a.Attempt).WithMany().HasForeignKey(a => a.AttemptId).OnDelete(DeleteBehavior.Cascade);
        answer.HasOne<Assignments.AssignmentQuestion>().WithMany().HasForeignKey(a => a.AssignmentQuestionId).OnDelete(DeleteBehavior.Cascade);
        answer.HasOne(a => a.Question).WithMany().HasForeignKey(a => a.QuestionId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne(a => a.QuestionRevision).WithMany().HasForeignKey(a => a.QuestionRevisionId).OnDelete(DeleteBehavior.Restrict);
        answer.HasMany(a => a.Pages).WithOne(p => p.Answer).HasForeignKey(p => p.AnswerId);
    }

    public void Configure(EntityTypeBuilder<ScanPage> page)
    {
        page.ToTable("ScanPages");
        page.Property(p => p.Id).ValueGeneratedNever();
        page.Property(p => p.Hash).HasMaxLength(HashLength);
        page.Property(p => p.Code).HasMaxLength(CodeLength);
        page.HasIndex(p => new { p.UploadedById, p.Hash }).IsUnique();
    }
}
