using InterviewPrep.Web.Features.Recall;
using Microsoft.EntityFrameworkCore;

// A part of the store: the tables of this room.
namespace InterviewPrep.Web.Data;

public abstract partial class AppDb
{
    public DbSet<RecallItem> RecallItems => Set<RecallItem>();

    public DbSet<RecallAnswer> RecallAnswers => Set<RecallAnswer>();
}
