using InterviewPrep.Web.Features.Handwriting;
using Microsoft.EntityFrameworkCore;

// A part of the store: the tables of this room.
namespace InterviewPrep.Web.Data;

public abstract partial class AppDb
{
    public DbSet<ScannedAnswer> ScannedAnswers => Set<ScannedAnswer>();

    public DbSet<ScanPage> ScanPages => Set<ScanPage>();
}
