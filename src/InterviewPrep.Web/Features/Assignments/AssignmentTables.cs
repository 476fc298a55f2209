using InterviewPrep.Web.Features.Assignments;
using Microsoft.EntityFrameworkCore;

// A part of the store: the tables of this room.
namespace InterviewPrep.Web.Data;

public abstract partial class AppDb
{
    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<AssignmentQuestion> AssignmentQuestions => Set<AssignmentQuestion>();

    public DbSet<Extension> Extensions => Set<Extension>();

    public DbSet<CandidateNumber> CandidateNumbers => Set<CandidateNumber>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<DailyTemplate> DailyTemplates => Set<DailyTemplate>();

    public DbSet<DailySeries> DailySeries => Set<DailySeries>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<AttemptDraft> AttemptDrafts => Set<AttemptDraft>();

    public DbSet<Submission> Submissions => Set<Submission>();
}
