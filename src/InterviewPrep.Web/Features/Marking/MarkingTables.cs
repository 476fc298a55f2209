using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Marking.Appeals;
using InterviewPrep.Web.Features.Marking.Exemplars;
using Microsoft.EntityFrameworkCore;

// A part of the store: the tables of this room.
namespace InterviewPrep.Web.Data;

public abstract partial class AppDb
{
    public DbSet<Mark> Marks => Set<Mark>();

    public DbSet<MarkComment> MarkComments => Set<MarkComment>();

    public DbSet<MarkingLock> MarkingLocks => Set<MarkingLock>();

    public DbSet<BankComment> BankComments => Set<BankComment>();

    public DbSet<FeedbackOpening> FeedbackOpenings => Set<FeedbackOpening>();

    public DbSet<Appeal> Appeals => Set<Appeal>();

    public DbSet<Exemplar> Exemplars => Set<Exemplar>();

    public DbSet<PhraseVerdict> PhraseVerdicts => Set<PhraseVerdict>();
}
