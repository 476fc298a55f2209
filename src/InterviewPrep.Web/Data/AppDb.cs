using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Lessons;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Marking.Appeals;
using InterviewPrep.Web.Features.Marking.Exemplars;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InterviewPrep.Web.Data;

/// <summary>Why the store could not keep something that was in order.</summary>
public enum StoreTrouble
{
    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>Not to be reached, locked or read-only at the moment.</summary>
    Down,
}

/// <summary>The store. One model for both engines; what differs between them stands in the two subclasses.</summary>
public abstract class AppDb(DbContextOptions options) : IdentityDbContext<AppUser, IdentityRole<Guid>, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<Question> Questions => Set<Question>();

    public DbSet<QuestionRevision> QuestionRevisions => Set<QuestionRevision>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<DraftVersion> DraftVersions => Set<DraftVersion>();

    public DbSet<LessonCompletion> LessonCompletions => Set<LessonCompletion>();

    public DbSet<ExerciseAnswer> ExerciseAnswers => Set<ExerciseAnswer>();

    public DbSet<SchoolClass> Classes => Set<SchoolClass>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<RosterRow> RosterRows => Set<RosterRow>();

    public DbSet<ClassEvent> ClassEvents => Set<ClassEvent>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<AssignmentQuestion> AssignmentQuestions => Set<AssignmentQuestion>();

    public DbSet<Extension> Extensions => Set<Extension>();

    public DbSet<Lot> Lots => Set<Lot>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<DailyTemplate> DailyTemplates => Set<DailyTemplate>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<AttemptDraft> AttemptDrafts => Set<AttemptDraft>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<Mark> Marks => Set<Mark>();

    public DbSet<MarkComment> MarkComments => Set<MarkComment>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<BankComment> BankComments => Set<BankComment>();

    public DbSet<FeedbackOpening> FeedbackOpenings => Set<FeedbackOpening>();

    public DbSet<Appeal> Appeals => Set<Appeal>();

    public DbSet<Exemplar> Exemplars => Set<Exemplar>();

    public DbSet<PhraseVerdict> PhraseVerdicts => Set<PhraseVerdict>();

    public DbSet<AccountSession> AccountSessions => Set<AccountSession>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<SiteRules> SiteRules => Set<SiteRules>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>True where a save failed because a row with the same unique key stands already.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>What is wrong with the store itself, where that made something fail; null where the reason is another.</summary>
    public abstract StoreTrouble? TroubleOf(Exception exception);

    /// <summary>Writes everything, as it stands at one moment and while others write, into a new SQLite file.</summary>
    public abstract Task CopyAsync(string file, CancellationToken ct);

    /// <summary>Throws, with the reason, where the store has rows already and cannot take those of a file.</summary>
    public virtual Task AllowTakingAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Takes every row of such a file, all or none.</summary>
    /// <returns>False where the file itself is to be the store.</returns>
    public virtual Task<bool> TakeAsync(string file, CancellationToken ct) => Task.FromResult(false);

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
    }

    /// <summary>Instants are kept in UTC on both engines: SQLite cannot order offsets, PostgreSQL refuses them.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        v => v.UtcDateTime, v => new DateTimeOffset(DateTime.SpecifyKind(v, DateTimeKind.Utc)));
}
