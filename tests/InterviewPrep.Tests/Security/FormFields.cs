using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Security;

/// <summary>The forms of a page, their fields and the parameters of its addresses.</summary>
internal static partial class FormFields
{
    /// <summary>Text fields of a form, in the order of the page.</summary>
    public static List<string> TextFields(IHtmlFormElement form) => [.. Inputs(form).Select(e => e.GetAttribute("name")!).Distinct()];

    /// <summary>The parameters of addresses that a page leads to, or was asked with.</summary>
    public static IEnumerable<string> Parameters(Answer page) =>
        page.Page.Forms.Where(f => f.Method == "get").SelectMany(TextFields)
            .Concat(page.Page.QuerySelectorAll("a[href*='?']").Select(a => a.GetAttribute("href")!).Where(h => h.Split('?')[0] is var to && (to.Length == 0 || to == page.Address.AbsolutePath))
                .SelectMany(h => h.Split('?', '#')[1].Split('&')).Select(p => p.Split('=')[0]))
            .Concat(page.Address.Query.TrimStart('?').Split('&').Select(p => p.Split('=')[0])).Where(p => p.Length > 0).Distinct();

    /// <summary>One form of a page as a page of its own: reading whole pages would take most of the time of a run.</summary>
    public static Answer? Form(Answer page, string? action, string name)
    {
        if (page.Response.Content.Headers.ContentType?.MediaType != "text/html") return null;
        foreach (Match match in FormMarkup().Matches(page.Text))
        {
            if (!match.ValueSpan.Contains($"name=\"{name}\"", StringComparison.Ordinal)) continue;
            var alone = new Answer(page.Status, page.Address, match.Value, page.Response);
            if (alone.Page.Forms is [var form] && form.Method == "post" && form.GetAttribute("action") == action) return alone;
        }
        return null;
    }

    public static IEnumerable<IHtmlElement> Inputs(IHtmlFormElement form) =>
        form.Elements.Where(e => e is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "search" or "password" or "number" or "date" or "time" or "datetime-local" } && !e.HasAttribute("hidden") && !string.IsNullOrEmpty(e.GetAttribute("name")));

    public static bool IsNumber(Answer form, string name) => form.Page.Forms[0].Elements.Any(e => e.GetAttribute("name") == name && e is IHtmlInputElement { Type: "number" });

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormMarkup();
}
