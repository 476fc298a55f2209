using System.Security.Cryptography;
using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Features.Paper.Codes;

/// <summary>The key that signs printed pages. It never changes: sheets printed a year ago must still be read.</summary>
public sealed class SheetKey
{
    private const int Only = 1, Length = 32;

    private SheetKey()
    {
    }

    public int Id { get; private set; }

    public byte[] Secret { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Gives the stored key to the signer; the first start makes it.</summary>
    public static async Task LoadAsync(IServiceProvider services, CancellationToken ct = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var key = await db.Set<SheetKey>().FindAsync([Only], ct);
        if (key is null)
        {
            key = new SheetKey { Id = Only, Secret = RandomNumberGenerator.GetBytes(Length), CreatedAt = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow() };
            db.Add(key);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException e) when (db.IsUniqueViolation(e))
            {
                // Another node started at the same time: its key is the one.
                db.ChangeTracker.Clear();
                key = await db.Set<SheetKey>().SingleAsync(ct);
            }
        }
        services.GetRequiredService<SheetSigner>().Use(key.Secret);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<SheetKey>
    {
        public void Configure(EntityTypeBuilder<SheetKey> builder)
        {
            builder.ToTable("SheetKeys");
            builder.Property(k => k.Id).ValueGeneratedNever();
            builder.Property(k => k.Secret).HasMaxLength(Length);
        }
    }
}
