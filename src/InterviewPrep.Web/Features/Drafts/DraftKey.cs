using System.Diagnostics.CodeAnalysis;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>
/// How a draft is named in addresses. A draft that is not stored yet names its question too (<c>slug~id</c>), so that its first
/// save can create it, once, however often that save is retried; the same name goes on working afterwards.
/// </summary>
/// <param name="Slug">Slug of the question, or null.</param>
public sealed record DraftKey(Guid Id, string? Slug) : IParsable<DraftKey>
{
    private const char Separator = '~';

    public static DraftKey New(string slug) => new(Guid.CreateVersion7(), slug);

    public override string ToString() => Slug is null ? Id.ToString() : $"{Slug}{Separator}{Id}";

    public static DraftKey Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var key) ? key : throw new FormatException($"“{s}” does not name a draft.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out DraftKey result)
    {
        var parts = s?.Split(Separator) ?? [];
        var known = Guid.TryParseExact(parts.LastOrDefault(), "D", out var id) && id != Guid.Empty && parts.Length <= 2;
        result = known ? new DraftKey(id, parts.Length == 2 ? parts[0] : null) : null;
        return known;
    }
}
