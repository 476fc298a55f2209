using InterviewPrep.Web.Features.Goals;
using Microsoft.EntityFrameworkCore;

// A part of the store: the tables of this room.
namespace InterviewPrep.Web.Data;

public abstract partial class AppDb
{
    public DbSet<StudyGoal> StudyGoals => Set<StudyGoal>();
}
