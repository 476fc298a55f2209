using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.Features;

namespace InterviewPrep.Web.Host.Errors;

/// <summary>A form that could not be taken, with what was typed in it, to be sent once more: going back would load a page that the site cannot give.</summary>
public sealed class RepeatedForm
{
    /// <summary>Texts as long as this are shown, so that they can be read and copied.</summary>
    private const int ShownFrom = 20;

    private readonly string address;
    private readonly IFormCollection fields;

    private RepeatedForm(string address, IFormCollection fields) => (this.address, this.fields) = (address, fields);

    /// <summary>The form of a request; null where there is none, where it cannot be read any more, or where it holds files or a password.</summary>
    public static async Task<RepeatedForm?> OfAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.HttpContext.Features.Get<IFormFeature>() is null) return null;
        try
        {
            var fields = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            var isSecret = fields.Keys.Any(k => k.Contains("password", StringComparison.OrdinalIgnoreCase));
            return fields.Count == 0 || fields.Files.Count > 0 || isSecret ? null : new(request.Path.ToUriComponent() + request.QueryString.ToUriComponent(), fields);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    public string ToHtml(HtmlEncoder encoder)
    {
        var html = new StringBuilder($"""<form method="post" action="{encoder.Encode(address)}">""");
        foreach (var (name, value) in fields.SelectMany(f => f.Value.Select(v => (f.Key, v ?? ""))))
        {
            var isToken = name.StartsWith("__", StringComparison.Ordinal);
            html.Append(value.Length < ShownFrom || isToken
                ? $"""<input type="hidden" name="{encoder.Encode(name)}" value="{encoder.Encode(value)}">"""
                // A line break after the tag is not part of the text.
                : $"<p><textarea name=\"{encoder.Encode(name)}\" rows=\"6\" readonly aria-label=\"您写的内容\">\n{encoder.Encode(value)}</textarea></p>");
        }
        return html.Append("""<p class="row"><button class="btn primary">再提交一次</button> <a class="btn" href="/">回到今日</a></p></form>""").ToString();
    }
}
