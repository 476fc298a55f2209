using InterviewPrep.Web.Data;
using InterviewPrep.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Features.Classes;

internal sealed class ClassConfiguration :
    IEntityTypeConfiguration<SchoolClass>, IEntityTypeConfiguration<ClassArchive>, IEntityTypeConfiguration<Membership>,
    IEntityTypeConfiguration<RosterRow>, IEntityTypeConfiguration<ClassEvent>
{
    public void Configure(EntityTypeBuilder<SchoolClass> schoolClass)
    {
        schoolClass.ToTable("Classes");
        schoolClass.Property(c => c.Id).ValueGeneratedNever();
        schoolClass.Property(c => c.Name).HasMaxLength(SchoolClass.LongestName);
        schoolClass.Property(c => c.JoinCode).HasMaxLength(RandomCodes.Length);
        schoolClass.HasIndex(c => c.JoinCode).IsUnique();
        schoolClass.Ignore(c => c.IsArchived);
        schoolClass.HasOne(c => c.Archive).WithOne().HasForeignKey<ClassArchive>(a => a.ClassId);
        schoolClass.HasMany(c => c.Members).WithOne(m => m.Class).HasForeignKey(m => m.ClassId);
        schoolClass.HasMany(c => c.Roster).WithOne().HasForeignKey(r => r.ClassId);
    }

    public void Configure(EntityTypeBuilder<ClassArchive> archive)
    {
        archive.ToTable("ClassArchives");
        archive.HasKey(a => a.ClassId);
    }

    public void Configure(EntityTypeBuilder<Membership> member)
    {
        member.ToTable("Memberships");
        member.HasKey(m => new { m.ClassId, m.UserId });
        member.HasIndex(m => m.UserId);
        member.HasOne(m => m.User).WithMany().HasForeignKey(m => m.UserId);
    }

    public void Configure(EntityTypeBuilder<RosterRow> row)
    {
        row.ToTable("RosterRows");
        row.Property(r => r.Number).HasMaxLength(RosterRow.LongestNumber);
        row.Property(r => r.Name).HasMaxLength(RosterRow.LongestName);
        row.HasIndex(r => new { r.ClassId, r.Number }).IsUnique();
        row.HasIndex(r => new { r.ClassId, r.UserId }).IsUnique();
        row.HasOne<AppUser>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<ClassEvent> line)
    {
        line.ToTable("ClassEvents");
        line.Property(e => e.Detail).HasMaxLength(500);
        line.HasIndex(e => new { e.ClassId, e.At });
        line.HasOne<SchoolClass>().WithMany().HasForeignKey(e => e.ClassId);
    }
}
