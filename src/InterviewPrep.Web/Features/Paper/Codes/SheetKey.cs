using System.Security.Cryptography;
using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Features.Paper.Codes;

/// <summary>The key that signs printed pages. It never changes: sheets printed a year ago must still be read.</summary>
public sealed class SheetKey
{
    private const int Only = 1, Length = 32;

    private const int Tries = 2;

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
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        // Where another node starts at the same time, the second try finds its key.
        var key = await db.RetryOnConflictAsync(Tries, async () =>
        {
            if (await db.Set<SheetKey>().FindAsync([Only], ct) is { } stored) return stored;
            var made = db.Add(new SheetKey { Id = Only, Secret = RandomNumberGenerator.GetBytes(Length), CreatedAt = now }).Entity;
            await db.SaveChangesAsync(ct);
            return made;
        });
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
