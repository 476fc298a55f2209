using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Recovery;

/// <summary>A code on paper with which a forgotten password is set anew （恢复码）. It works once; only its hash is kept.</summary>
public sealed class RecoveryCode
{
    /// <summary>So many codes are made at once.</summary>
    public const int Count = 8;

    /// <summary>Letters of a code: 79 bits, so that a hash without salt of its own cannot be searched for.</summary>
    public const int Letters = 16;

    private const int GroupLength = 4;

    private RecoveryCode()
    {
    }

    public RecoveryCode(Guid userId, string code, DateTimeOffset now) => (UserId, Hash, CreatedAt) = (userId, HashOf(userId, code), now);

    public int Id { get; private set; }

    public Guid UserId { get; private set; }

    public string Hash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>A new code, as it is printed: four groups of four.</summary>
    public static string New() => string.Join('-', RandomCodes.New(Letters).Chunk(GroupLength).Select(g => new string(g)));

    /// <summary>What is kept of a code, from what somebody typed: small letters, full width, spaces and hyphens are forgiven.</summary>
    public static string HashOf(Guid userId, string? typed) => Sha256.Hex($"{userId:N} {RandomCodes.Normal(typed, Letters)}");
}
