using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>A line of the class's roster (花名册): a 学号 and a name, with or without an account.</summary>
public sealed class RosterRow
{
    public const int LongestNumber = 40, LongestName = 60;

    private RosterRow()
    {
    }

    public RosterRow(string number, string name, DateTimeOffset now) => (Number, Name, AddedAt) = (Normal(number), name.Trim(), now);

    public int Id { get; private set; }

    public Guid ClassId { get; private set; }

    /// <summary>学号 in its normal form; unique within the class.</summary>
    public string Number { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The account that the line belongs to; null where nobody has come yet.</summary>
    public Guid? UserId { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>A 学号 as it is compared: half width, capitals, no spaces, nothing invisible; a leading zero counts.</summary>
    public static string Normal(string number) =>
        string.Concat(UnicodeForm.Compatible(HiddenCharacters.Remove(number, alsoJoiners: true)).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    public void Rename(string name) => Name = name.Trim();

    public void Link(Guid userId) => UserId = userId;

    public void Leave(DateTimeOffset now) => LeftAt ??= now;

    public void Return() => LeftAt = null;
}
