using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Features.Goals;

internal sealed class GoalConfiguration : IEntityTypeConfiguration<StudyGoal>
{
    private const int ExamLength = 20;

    public void Configure(EntityTypeBuilder<StudyGoal> goal)
    {
        goal.ToTable("StudyGoals");
        goal.Property(g => g.Exam).HasMaxLength(ExamLength);
        goal.HasIndex(g => g.OwnerId).IsUnique();
    }
}
