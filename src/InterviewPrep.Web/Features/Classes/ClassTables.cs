using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;

// A part of the store: the tables of this room.
namespace InterviewPrep.Web.Data;

public abstract partial class AppDb
{
    public DbSet<SchoolClass> Classes => Set<SchoolClass>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<RosterRow> RosterRows => Set<RosterRow>();

    public DbSet<ClassEvent> ClassEvents => Set<ClassEvent>();
}
