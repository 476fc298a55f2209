using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using InterviewPrep.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Passkeys;

/// <summary>Verifies WebAuthn assertions and attestations; an assertion counts once.</summary>
public sealed class PasskeyVerifier(SignInManager<AppUser> signIn, UserManager<AppUser> users, UsedAssertions used)
{
    /// <summary>Most passkeys of one account, and the longest name of one.</summary>
    public const int Most = 10, LongestName = 40;

    /// <summary>Longest credential JSON of a browser, in characters: a few hundred bytes today, with room for larger keys.</summary>
    private const int LongestCredential = 20_000;

    /// <returns>Whose passkey it is; null where no account has it, or the assertion is invalid, expired or used.</returns>
    public async Task<AppUser?> VerifyAssertionAsync(string? credential)
    {
        if (credential is null or { Length: 0 or > LongestCredential }) return null;
        try
        {
            var result = await signIn.PerformPasskeyAssertionAsync(credential);
            if (!result.Succeeded || !used.Use(credential)) return null;
            await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
            return result.User;
        }
        catch (Exception e) when (IsInvalid(e))
        {
            return null;
        }
    }

    /// <returns>A new passkey of the account; null where the attestation is invalid or expired.</returns>
    public async Task<UserPasskeyInfo?> VerifyAttestationAsync(string? credential)
    {
        if (credential is null or { Length: 0 or > LongestCredential }) return null;
        try
        {
            var result = await signIn.PerformPasskeyAttestationAsync(credential);
            return result.Succeeded && used.Use(credential) ? result.Passkey : null;
        }
        catch (Exception e) when (IsInvalid(e))
        {
            return null;
        }
    }

    // The input may be no JSON, or answer no challenge of this site.
    private static bool IsInvalid(Exception e) => e is System.Text.Json.JsonException or InvalidOperationException or FormatException or PasskeyException or ArgumentException or CryptographicException;
}

/// <summary>Assertions that were used a short while ago. A challenge expires after minutes, so they need not be kept longer.</summary>
public sealed class UsedAssertions(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, DateTimeOffset> assertions = new();

    /// <returns>False where the assertion was used before.</returns>
    public bool Use(string word)
    {
        var now = time.GetUtcNow();
        foreach (var (old, _) in assertions.Where(w => w.Value < now - Kept)) assertions.TryRemove(old, out _);
        return assertions.TryAdd(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(word))), now);
    }
}
