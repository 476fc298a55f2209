using InterviewPrep.Web.Features.Lessons;
using Microsoft.EntityFrameworkCore;

// A part of the store: the tables of this room.
namespace InterviewPrep.Web.Data;

public abstract partial class AppDb
{
    public DbSet<LessonCompletion> LessonCompletions => Set<LessonCompletion>();

    public DbSet<ExerciseAnswer> ExerciseAnswers => Set<ExerciseAnswer>();
}
