using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

// A part of the store: the tables of this room.
namespace InterviewPrep.Web.Data;

public abstract partial class AppDb
{
    public DbSet<Question> Questions => Set<Question>();

    public DbSet<QuestionRevision> QuestionRevisions => Set<QuestionRevision>();

    public DbSet<StoredDrawing> Drawings => Set<StoredDrawing>();
}
