using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Recovery;

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("RecoveryCodes");
        code.Property(c => c.Hash).HasMaxLength(HashLength);
        code.HasIndex(c => new { c.UserId, c.Hash }).IsUnique();
        code.HasOne<AppUser>().WithMany().HasForeignKey(c => c.UserId);
    }
}
