using System.Security.Cryptography;
using InterviewPrep.Web.Data;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Password;

/// <summary>A password that is made for somebody and handed over on a slip; it only serves to choose an own one.</summary>
public static class InitialPassword
{
    /// <summary>Small letters and digits that are not taken for each other on paper.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>How long a slip is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>12 of 31 letters, 59 bits, in groups of four.</summary>
    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Letters, 12).Chunk(4).Select(c => new string(c)));
}

/// <summary>What stands on a login slip. It is shown once and kept nowhere.</summary>
public sealed record LoginSlip(string DisplayName, string StudentNumber, string UserName, string Password)
{
    public static LoginSlip For(AppUser user, string password) => new(user.DisplayName, user.StudentNumber, user.UserName!, password);
}
