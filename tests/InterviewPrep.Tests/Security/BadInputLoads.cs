using AngleSharp.Html.Dom;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Tests.Security;

/// <summary>How many texts go into a field at once.</summary>
internal static class BadInputLoads
{
    /// <summary>So many characters go into a long field at once.</summary>
    private const int Pack = 4_000;

    /// <summary>Whether a field takes many texts at once.</summary>
    public static bool IsLong(AngleSharp.Dom.IElement field) => Room(field) >= Pack / 8;

    private static int Room(AngleSharp.Dom.IElement field) => field is IHtmlTextAreaElement area ? Math.Min(area.MaxLength > 0 ? area.MaxLength : Pack, Pack) : 0;

    /// <summary>The texts of each post.</summary>
    /// <param name="packs">Whether a long field takes as many as it has room for. What cannot be kept goes alone: it would have the others refused with it.</param>
    public static List<string[]> Of(AngleSharp.Dom.IElement field, IReadOnlyList<string> texts, bool packs)
    {
        var room = Room(field);
        if (!packs || !IsLong(field)) return [.. texts.Select(t => new[] { t })];
        var fit = texts.ToLookup(t => t.Length < room && ForbiddenCharacters.Find(t) is null);
        var (loads, load, length) = (fit[false].Select(t => new[] { t }).ToList(), new List<string>(), 0);
        foreach (var text in fit[true])
        {
            if ((length += text.Length + 2) > room)
            {
                loads.Add([.. load]);
                load.Clear();
                length = text.Length + 2;
            }
            load.Add(text);
        }
        return [.. loads, [.. load]];
    }
}
