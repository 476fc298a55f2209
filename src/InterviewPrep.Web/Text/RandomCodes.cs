using System.Security.Cryptography;

namespace InterviewPrep.Web.Text;

/// <summary>Short codes that are read from a board, typed on a phone and said aloud.</summary>
public static class RandomCodes
{
    /// <summary>31 capital letters and digits; without I, L, O, 0 and 1, which are taken for each other.</summary>
    public const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public const int Length = 8;

    public static string New(int length = Length) => RandomNumberGenerator.GetString(Letters, length);

    /// <summary>A code as it is stored, from what somebody typed: small letters, full width, spaces and hyphens are forgiven.</summary>
    public static string Normal(string? typed, int length = Length) =>
        string.Concat(SpeechText.Fold(typed ?? "").ToUpperInvariant().Where(Letters.Contains).Take(length + 1));
}
