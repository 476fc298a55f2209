using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InterviewPrep.Web.Data;

/// <summary>Why the store could not keep something that was in order.</summary>
public enum StorageFailure
{
    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>Not to be reached, locked or read-only at the moment.</summary>
    Unavailable,
}

/// <summary>
/// The store. One model for both engines; what differs between them stands in the two subclasses. Each room adds its tables in a part
/// of its own, so that nothing here knows a room.
/// </summary>
public abstract partial class AppDb(DbContextOptions options) : IdentityDbContext<AppUser, IdentityRole<Guid>, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>What an <see cref="IOException"/> carries where the disk is full (ENOSPC).</summary>
    internal const int NoSpaceLeft = 28;

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>True where a save failed because a row with the same unique key stands already.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>What is wrong with the store or its disk, where that made something fail; null where the reason is another.</summary>
    public StorageFailure? FailureOf(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is IOException { HResult: NoSpaceLeft }) return StorageFailure.Full;
            if (FailureBy(e) is { } failure) return failure;
        }
        return null;
    }

    /// <summary>Throws where no save is possible at the moment: the store is away, locked, read-only or without space.</summary>
    public abstract Task CheckSavesAsync(CancellationToken ct);

    /// <summary>Brings tables and columns up to this program's.</summary>
    /// <exception cref="OperatorException">A newer program has written the store.</exception>
    public virtual async Task UpgradeAsync(CancellationToken ct)
    {
        await RefuseNewerAsync(ct);
        await Database.MigrateAsync(ct);
    }

    /// <summary>Throws where a newer program has written the store: this one would write old rows into tables that it does not know.</summary>
    public async Task RefuseNewerAsync(CancellationToken ct)
    {
        if ((await Database.GetAppliedMigrationsAsync(ct)).Except(Database.GetMigrations()).LastOrDefault() is { } unknown)
            throw new OperatorException($"the database was written by a newer version of this program (it has {unknown}): start that version or a later one, or restore a backup");
    }

    /// <summary>Writes everything, as it stands at one moment and while others write, into a new SQLite file.</summary>
    public abstract Task CopyAsync(string file, CancellationToken ct);

    /// <summary>Throws, with the reason, where the store has rows already and cannot take those of a file.</summary>
    public virtual Task AllowTakingAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Takes every row of such a file, all or none.</summary>
    /// <returns>False where the file itself is to be the store.</returns>
    public virtual Task<bool> TakeAsync(string file, CancellationToken ct) => Task.FromResult(false);

    /// <summary>What an exception of the engine's own says of the store.</summary>
    protected abstract StorageFailure? FailureBy(Exception exception);

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
