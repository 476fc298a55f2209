using InterviewPrep.Web.Features.Exams;
using Microsoft.EntityFrameworkCore;

// A part of the store: the tables of this room.
namespace InterviewPrep.Web.Data;

public abstract partial class AppDb
{
    public DbSet<ExamSitting> ExamSittings => Set<ExamSitting>();

    public DbSet<ExamAnswer> ExamAnswers => Set<ExamAnswer>();

    public DbSet<ExamTake> ExamTakes => Set<ExamTake>();
}
