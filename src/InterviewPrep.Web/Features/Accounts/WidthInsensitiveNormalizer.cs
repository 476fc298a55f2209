using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>User names are the same whether typed in full or half width, in small or capital letters.</summary>
public sealed class WidthInsensitiveNormalizer : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : SpeechText.Fold(name).ToUpperInvariant();

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
