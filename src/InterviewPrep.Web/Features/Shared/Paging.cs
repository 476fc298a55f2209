using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace InterviewPrep.Web.Features.Shared;

/// <summary>
/// Which page of a list is shown. The number is read from the query itself: <c>page</c> is a route value of Razor Pages, which no
/// property is ever bound to.
/// </summary>
/// <param name="Page">From 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Size">Items on a page.</param>
public sealed record Paging(int Page, int Pages, int Size)
{
    private const string Key = "page";

    private string path = "";

    private IReadOnlyList<KeyValuePair<string, string>> others = [];

    /// <summary>True where a page behind the last one was asked for.</summary>
    public bool IsBeyond { get; private init; }

    /// <summary>How many items stand on the pages before.</summary>
    public int Skip => (Page - 1) * Size;

    /// <summary>The page that a request asks for; the nearest one where there is no such page.</summary>
    /// <param name="count">Items in the whole list.</param>
    public static Paging Of(HttpRequest request, int count, int size)
    {
        var pages = Math.Max(1, (count + size - 1) / size);
        var asked = int.TryParse(request.Query[Key], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        return new Paging(Math.Clamp(asked, 1, pages), pages, size)
        {
            IsBeyond = asked > pages,
            path = request.Path.ToUriComponent(),
            others = [.. request.Query.Where(q => q.Key != Key).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? "")))],
        };
    }

    /// <summary>The address of another page of the same list, with the same filters.</summary>
    public string Address(int page) => path + new QueryBuilder(others) { { Key, page.ToString(CultureInfo.InvariantCulture) } };
}
