using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Features.Lessons;

internal sealed class LessonConfiguration : IEntityTypeConfiguration<LessonCompletion>, IEntityTypeConfiguration<ExerciseAnswer>
{
    public void Configure(EntityTypeBuilder<LessonCompletion> completion)
    {
        completion.ToTable("LessonCompletions");
        completion.Property(c => c.Lesson).HasMaxLength(QuestionConfiguration.SlugLength);
        completion.HasIndex(c => new { c.OwnerId, c.Lesson }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ExerciseAnswer> answer)
    {
        answer.ToTable("ExerciseAnswers");
        answer.Property(a => a.Lesson).HasMaxLength(QuestionConfiguration.SlugLength);
        answer.Property(a => a.Earlier).IsJson();
        answer.HasIndex(a => new { a.OwnerId, a.Lesson }).IsUnique();
    }
}
