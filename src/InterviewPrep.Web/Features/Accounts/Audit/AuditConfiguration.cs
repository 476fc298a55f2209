using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Features.Accounts.Audit;

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    /// <summary>An IPv6 address with its scope, a trace id, the name of an event.</summary>
    private const int AddressLength = 64, TraceLength = 64, WhatLength = 40;

    // No foreign keys: what was done stays on record when the account is gone.
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries");
        entry.Property(e => e.What).HasMaxLength(WhatLength);
        entry.Property(e => e.Detail).HasMaxLength(AuditEntry.LongestDetail);
        entry.Property(e => e.Address).HasMaxLength(AddressLength);
        entry.Property(e => e.TraceId).HasMaxLength(TraceLength);
        entry.HasIndex(e => e.At);
        entry.HasIndex(e => new { e.ActorId, e.At });
        entry.HasIndex(e => new { e.SubjectId, e.At });
    }
}
