using InterviewPrep.Web.Features.Drafts;
using Microsoft.EntityFrameworkCore;

// A part of the store: the tables of this room.
namespace InterviewPrep.Web.Data;

public abstract partial class AppDb
{
    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<DraftVersion> DraftVersions => Set<DraftVersion>();

    public DbSet<PointJudgement> PointJudgements => Set<PointJudgement>();
}
