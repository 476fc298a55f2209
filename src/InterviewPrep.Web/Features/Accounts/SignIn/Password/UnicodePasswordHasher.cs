using InterviewPrep.Web.Data;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Password;

/// <summary>
/// Hashes passwords in one Unicode form, because the same letters come as different code points from different keyboards: form C, and every
/// kind of space as U+0020 (RFC 8265, OpaqueString). Nothing else is changed.
/// </summary>
public sealed class UnicodePasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<AppUser>(options)
{
    public override string HashPassword(AppUser user, string password) => base.HashPassword(user, Form(password));

    public override PasswordVerificationResult VerifyHashedPassword(AppUser user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, Form(providedPassword));

    /// <summary>The form in which passwords are hashed and counted.</summary>
    public static string Form(string password) =>
        UnicodeForm.Composed(string.Concat(password.Select(c => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.SpaceSeparator ? ' ' : c)));
}
