using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Features.Accounts;

internal sealed class AccountConfiguration :
    IEntityTypeConfiguration<AppUser>, IEntityTypeConfiguration<SiteRules>, IEntityTypeConfiguration<Invitation>,
    IEntityTypeConfiguration<AccountSession>, IEntityTypeConfiguration<KnownVisitor>
{
    private const int KeyLength = 64;

    public void Configure(EntityTypeBuilder<AppUser> user)
    {
        user.Property(u => u.DisplayName).HasMaxLength(AppUser.LongestName);
        user.Property(u => u.StudentNumber).HasMaxLength(AppUser.LongestNumber);
        user.Property(u => u.School).HasMaxLength(AppUser.LongestSchool);
        user.Property(u => u.Unit).HasMaxLength(AppUser.LongestPlace);
        user.Property(u => u.HomeTown).HasMaxLength(AppUser.LongestPlace);
    }

    public void Configure(EntityTypeBuilder<SiteRules> rules)
    {
        rules.ToTable("SiteRules");
        rules.Property(r => r.Id).ValueGeneratedNever();
        rules.Property(r => r.Registration).HasConversion<string>().HasMaxLength(KeyLength);
        rules.Property(r => r.ClassOpeners).HasConversion<string>().HasMaxLength(KeyLength);
        rules.Property(r => r.SetUpKey).HasMaxLength(KeyLength).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<AccountSession> session)
    {
        session.ToTable("AccountSessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.KeyHash).HasMaxLength(KeyLength);
        session.HasIndex(s => s.KeyHash).IsUnique();
        session.Property(s => s.SecurityStamp).HasMaxLength(KeyLength);
        session.Property(s => s.Method).HasConversion<string>().HasMaxLength(KeyLength);
        session.Property(s => s.Address).HasMaxLength(KeyLength);
        session.Property(s => s.Agent).HasMaxLength(AccountSession.LongestAgent);
        session.HasIndex(s => s.UserId);
        session.HasIndex(s => s.EndsAt);
        session.HasOne<AppUser>().WithMany().HasForeignKey(s => s.UserId);
    }

    public void Configure(EntityTypeBuilder<KnownVisitor> visitor)
    {
        visitor.ToTable("KnownVisitors");
        visitor.Property(v => v.Id).ValueGeneratedNever();
        visitor.HasIndex(v => v.SeenAt);
    }

    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("Invitations");
        invitation.Property(i => i.Code).HasMaxLength(Invitation.CodeLength);
        invitation.HasIndex(i => i.Code).IsUnique();
        invitation.Property(i => i.Note).HasMaxLength(Invitation.LongestNote);
        invitation.Property(i => i.Uses).IsConcurrencyToken();
    }
}
