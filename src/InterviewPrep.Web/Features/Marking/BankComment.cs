namespace InterviewPrep.Web.Features.Marking;

/// <summary>A comment that a marker has used, to be used again. The bank fills itself.</summary>
public sealed class BankComment
{
    /// <summary>Longer ones are about one answer, and are not kept.</summary>
    public const int LongestText = 200;

    private BankComment()
    {
    }

    public BankComment(Guid ownerId, string text, DateTimeOffset now) =>
        (OwnerId, Text, Initials, LastUsedAt) = (ownerId, text, PinyinInitials.Of(text), now);

    public int Id { get; private set; }

    public Guid OwnerId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>For finding it by pinyin; see <see cref="PinyinInitials"/>.</summary>
    public string Initials { get; private set; } = "";

    public int Uses { get; private set; }

    public DateTimeOffset LastUsedAt { get; private set; }

    /// <summary>When the owner threw it out; using the same words again brings it back.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public void Use(DateTimeOffset now)
    {
        Uses++;
        (LastUsedAt, RemovedAt) = (now, null);
    }

    public void Remove(DateTimeOffset now) => RemovedAt ??= now;

    /// <summary>True where what was typed stands in the text, or is the initials of some of it.</summary>
    public bool Matches(string typed) =>
        Text.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase) || PinyinInitials.Match(Initials, typed);
}
