using System.Security.Cryptography;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>A code that lets some people register while registration is by invitation.</summary>
public sealed class Invitation
{
    /// <summary>Letters that are not taken for each other when written by hand.</summary>
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /// <summary>12 of 31 letters: 59 bits.</summary>
    public const int CodeLength = 12;

    public const int LongestNote = 60, MostPeople = 2000, LongestDays = 180;

    private Invitation()
    {
    }

    public Invitation(string note, int people, DateTimeOffset expiresAt, Guid by, DateTimeOffset now) =>
        (Code, Note, People, ExpiresAt, CreatedById, CreatedAt) = (RandomNumberGenerator.GetString(Letters, CodeLength), note, people, expiresAt, by, now);

    public int Id { get; private set; }

    public string Code { get; private set; } = "";

    /// <summary>For whom it is, in the administrator's words.</summary>
    public string Note { get; private set; } = "";

    /// <summary>So many people may register with it.</summary>
    public int People { get; private set; }

    public int Uses { get; private set; }

    public Guid CreatedById { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>The code in groups of four, as it is shown.</summary>
    public string Spoken => string.Join('-', Code.Chunk(4).Select(c => new string(c)));

    public bool IsOpen(DateTimeOffset now) => Uses < People && now < ExpiresAt;

    public void Use() => Uses++;

    /// <summary>Lets nobody in any more.</summary>
    public void Close(DateTimeOffset now) => ExpiresAt = now < ExpiresAt ? now : ExpiresAt;

    /// <summary>A code as it is stored, from what somebody typed: small letters, full width, spaces and hyphens are forgiven.</summary>
    public static string Normal(string? typed) =>
        string.Concat(SpeechText.Fold(typed ?? "").ToUpperInvariant().Where(Letters.Contains).Take(CodeLength + 1));
}
