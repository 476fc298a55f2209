using System.Text.Json;
using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewPrep.Web.Features.Drafts;

internal sealed class DraftConfiguration :
    IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<DraftVersion>, IEntityTypeConfiguration<SelfScore>, IEntityTypeConfiguration<PointJudgement>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.Property(d => d.Id).ValueGeneratedNever();
        draft.HasIndex(d => new { d.OwnerId, d.SavedAt });
        draft.HasIndex(d => new { d.OwnerId, d.QuestionId, d.Number }).IsUnique();
        draft.HasOne(d => d.Question).WithMany().HasForeignKey(d => d.QuestionId).OnDelete(DeleteBehavior.Restrict);
        draft.HasOne(d => d.QuestionRevision).WithMany().HasForeignKey(d => d.QuestionRevisionId).OnDelete(DeleteBehavior.Restrict);
        draft.Property(d => d.Revision).IsConcurrencyToken();
        draft.Property(d => d.Text).IsDraftText();
        draft.HasMany(d => d.Versions).WithOne().HasForeignKey(v => v.DraftId);
        draft.HasMany(d => d.Judgements).WithOne().HasForeignKey(j => j.DraftId);
        draft.HasOne(d => d.SelfScore).WithOne().HasForeignKey<SelfScore>(s => s.DraftId);
    }

    public void Configure(EntityTypeBuilder<DraftVersion> version)
    {
        version.ToTable("DraftVersions");
        version.Property(v => v.Name).HasMaxLength(DraftVersion.LongestName);
        // Whoever overwrites a version must have seen it as it is: a name or a conflict may have fixed it a moment ago.
        version.Property(v => v.Revision).IsConcurrencyToken();
        version.Property(v => v.IsFixed).IsConcurrencyToken();
        version.Property(v => v.Text).IsDraftText();
        // A save asks for the newest version, the number and the bytes of all; none of that needs a text.
        version.HasIndex(v => new { v.DraftId, v.IsAside, v.Bytes });
    }

    public void Configure(EntityTypeBuilder<SelfScore> score)
    {
        score.ToTable("SelfScores");
        score.HasKey(s => s.DraftId);
        score.Property(s => s.Ticks).IsJson();
    }

    public void Configure(EntityTypeBuilder<PointJudgement> judgement)
    {
        judgement.ToTable("PointJudgements");
        judgement.HasKey(j => new { j.DraftId, j.Point });
        judgement.Property(j => j.Point).HasMaxLength(PointJudgement.LongestId);
        judgement.Property(j => j.Stage).HasMaxLength(PointJudgement.LongestId);
        judgement.Property(j => j.Words).HasMaxLength(TextStretch.Longest);
        judgement.Ignore(j => j.IsMade);
    }
}

internal static class DraftTextColumn
{
    /// <summary>Keeps a draft's text in one column, as JSON by stage.</summary>
    public static PropertyBuilder<DraftText> IsDraftText(this PropertyBuilder<DraftText> text)
    {
        text.HasConversion(
            t => JsonSerializer.Serialize((IDictionary<string, string>)t, JsonColumn.Options),
            json => new DraftText(JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonColumn.Options)!));
        // Immutable, so that the value itself can serve as its snapshot.
        text.Metadata.SetValueComparer(new ValueComparer<DraftText>((a, b) => Equals(a, b), t => t.GetHashCode(), t => t));
        return text;
    }
}
