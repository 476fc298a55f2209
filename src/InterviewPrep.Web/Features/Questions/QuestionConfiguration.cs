using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Features.Questions;

internal sealed class QuestionConfiguration :
    IEntityTypeConfiguration<Question>, IEntityTypeConfiguration<QuestionRevision>,
    IEntityTypeConfiguration<ExpectedPoint>, IEntityTypeConfiguration<ModelAnswer>, IEntityTypeConfiguration<StoredDrawing>, IEntityTypeConfiguration<QuestionSearchText>
{
    public const int SlugLength = 100, NameLength = 100, HashLength = 64;

    public void Configure(EntityTypeBuilder<Question> question)
    {
        question.Property(q => q.Slug).HasMaxLength(SlugLength);
        question.HasIndex(q => q.Slug).IsUnique();
        question.Property(q => q.Title).HasMaxLength(NameLength);
        question.Property(q => q.Type).HasMaxLength(NameLength);
        question.Property(q => q.Post).HasMaxLength(NameLength);
        question.Property(q => q.Field).HasMaxLength(NameLength);
        question.Property(q => q.Theme).HasMaxLength(NameLength);
        question.Property(q => q.Form).HasMaxLength(NameLength);
        question.Property(q => q.Exams).HasMaxLength(NameLength);
        question.Property(q => q.ContentHash).HasMaxLength(HashLength);
        question.HasIndex(q => new { q.Type, q.Difficulty });
        question.HasIndex(q => q.OwnerId);
        question.Ignore(q => q.State);
        question.HasOne(q => q.SearchText).WithOne().HasForeignKey<QuestionSearchText>(t => t.QuestionId);
        question.HasOne<SchoolClass>().WithMany().HasForeignKey(q => q.ClassId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<QuestionRevision> revision)
    {
        revision.HasOne(r => r.Question).WithMany(q => q.Revisions).HasForeignKey(r => r.QuestionId);
        revision.HasIndex(r => new { r.QuestionId, r.Number }).IsUnique();
        revision.Property(r => r.Framework).HasMaxLength(SlugLength);
        revision.Property(r => r.Analysis).IsJson();
        revision.Property(r => r.Elements).IsJson();
        revision.Property(r => r.FollowUps).IsJson();
        revision.Property(r => r.WeakAnswers).IsJson();
        revision.Property(r => r.Voices).IsJson();
        revision.Property(r => r.Picture).IsJson();
        revision.Property(r => r.Material).IsJson();
    }

    public void Configure(EntityTypeBuilder<QuestionSearchText> text)
    {
        text.ToTable("QuestionSearchTexts");
        text.HasKey(t => t.QuestionId);
    }

    public void Configure(EntityTypeBuilder<StoredDrawing> drawing)
    {
        drawing.ToTable("Drawings");
        drawing.HasKey(d => d.Hash);
        drawing.Property(d => d.Hash).HasMaxLength(HashLength);
    }

    public void Configure(EntityTypeBuilder<ExpectedPoint> point)
    {
        point.ToTable("ExpectedPoints");
        point.HasOne<QuestionRevision>().WithMany(r => r.Points).HasForeignKey(p => p.RevisionId);
        point.Property(p => p.Point).HasMaxLength(NameLength);
    }

    public void Configure(EntityTypeBuilder<ModelAnswer> answer)
    {
        answer.ToTable("ModelAnswers");
        answer.HasOne<QuestionRevision>().WithMany(r => r.Answers).HasForeignKey(a => a.RevisionId);
        answer.Property(a => a.Title).HasMaxLength(NameLength);
        answer.Property(a => a.Stages).IsJson();
    }
}
