using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Features.Recall;

internal sealed class RecallConfiguration : IEntityTypeConfiguration<RecallItem>, IEntityTypeConfiguration<RecallAnswer>
{
    private const int PointLength = 60;

    public void Configure(EntityTypeBuilder<RecallItem> item)
    {
        item.ToTable("RecallItems");
        item.Property(i => i.Framework).HasMaxLength(QuestionConfiguration.SlugLength);
        item.Property(i => i.Type).HasMaxLength(QuestionConfiguration.SlugLength);
        item.Property(i => i.MissedIn).HasMaxLength(QuestionConfiguration.SlugLength);
        item.Property(i => i.Point).HasMaxLength(PointLength);
        item.Property(i => i.Revision).IsConcurrencyToken();
        item.HasIndex(i => new { i.OwnerId, i.Framework, i.Point, i.Type }).IsUnique();
        item.HasIndex(i => new { i.OwnerId, i.DueOn });
        item.HasMany(i => i.Answers).WithOne(a => a.Item).HasForeignKey(a => a.ItemId);
    }

    public void Configure(EntityTypeBuilder<RecallAnswer> answer)
    {
        answer.ToTable("RecallAnswers");
        answer.Property(a => a.Id).ValueGeneratedNever();
        answer.Property(a => a.Question).HasMaxLength(QuestionConfiguration.SlugLength);
        answer.Property(a => a.Text).HasMaxLength(RecallAnswer.LongestText);
        answer.HasIndex(a => new { a.ItemId, a.At });
    }
}
