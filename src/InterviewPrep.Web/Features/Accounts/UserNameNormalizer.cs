using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>User names are the same in one Unicode form: typed in full or half width, composed or not, in small or capital letters.</summary>
public sealed class UserNameNormalizer : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : UnicodeForm.Compatible(name).ToUpperInvariant();

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
