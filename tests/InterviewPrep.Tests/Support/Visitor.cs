using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace InterviewPrep.Tests.Support;

/// <summary>An answer of the site: status, address after redirects, and the page where it is one.</summary>
public sealed record Answer(HttpStatusCode Status, Uri Address, string Text, HttpResponseMessage Response)
{
    private readonly Lazy<IHtmlDocument> page = new(() => new HtmlParser().ParseDocument(Text));

    public IHtmlDocument Page => page.Value;

    /// <summary>The one element that a selector finds.</summary>
    public AngleSharp.Dom.IElement One(string selector) =>
        Page.QuerySelector(selector) ?? throw new InvalidOperationException($"no “{selector}” on {Address}:\n{Page.Body?.TextContent}");

    /// <summary>Text of the first element that a selector finds, trimmed.</summary>
    public string TextOf(string selector) => One(selector).TextContent.Trim();

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;
}

/// <summary>Somebody with a browser: cookies are kept, redirects followed, and forms are filled as they were rendered.</summary>
public sealed class Visitor(Uri site, bool followsRedirects = true) : IDisposable
{
    private readonly HttpClientHandler handler = new() { CookieContainer = new CookieContainer(), UseProxy = false, AllowAutoRedirect = followsRedirects };
    private HttpClient? client;

    /// <summary>Cookies that the site has set.</summary>
    public IEnumerable<Cookie> Cookies => handler.CookieContainer.GetAllCookies();

    public HttpClient Client => client ??= new HttpClient(handler) { BaseAddress = site };

    public void AddCookie(Cookie cookie) => handler.CookieContainer.Add(cookie);

    public async Task<Answer> GetAsync(string path) => await AnswerAsync(await Client.GetAsync(new Uri(site, path)));

    /// <summary>Fills the form that holds a selector's element and sends it.</summary>
    /// <param name="form">Selector of the form, or of its button that is pressed.</param>
    /// <param name="values">Values by field name; other fields go as rendered.</param>
    public async Task<Answer> SubmitAsync(Answer page, string form, params (string Name, string Value)[] values)
    {
        var element = page.One(form);
        var htmlForm = element as IHtmlFormElement ?? ((element as IHtmlButtonElement)?.Form ?? throw new InvalidOperationException($"“{form}” is no form and no button"));
        var fields = Fields(htmlForm).ToList();
        if (element is IHtmlButtonElement { Name.Length: > 0 } button) fields.Add((button.Name!, button.Value));
        fields.RemoveAll(f => values.Any(v => v.Name == f.Name));
        fields.AddRange(values);
        var target = new Uri(page.Address, (element.GetAttribute("formaction") ?? htmlForm.GetAttribute("action")) is { Length: > 0 } action ? action : page.Address.PathAndQuery);
        using var body = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await AnswerAsync(htmlForm.Method == "get"
            ? await Client.GetAsync(new Uri(target, "?" + await body.ReadAsStringAsync()))
            : await PostAsync(target, body));
    }

    // As every browser does, a form that changes something says from where it comes.
    private async Task<HttpResponseMessage> PostAsync(Uri target, HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = body };
        request.Headers.Add("Origin", site.GetLeftPart(UriPartial.Authority));
        return await Client.SendAsync(request);
    }

    /// <summary>Sends JSON as the autosave does, with the token of a page.</summary>
    public async Task<Answer> PutAsync(string path, string json, Answer? tokenPage, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(site, path)) { Content = new StringContent(json, Encoding.UTF8, type) };
        if (tokenPage is not null) request.Headers.Add("RequestVerificationToken", tokenPage.One("input[name=__RequestVerificationToken]").GetAttribute("value"));
        return await AnswerAsync(await Client.SendAsync(request));
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request) => await AnswerAsync(await Client.SendAsync(request));

    public void Dispose()
    {
        client?.Dispose();
        handler.Dispose();
    }

    private static IEnumerable<(string Name, string Value)> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" or "image" }:
                    break;
                case IHtmlInputElement { Name.Length: > 0 } input:
                    yield return (input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    yield return (area.Name!, area.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    yield return (select.Name!, select.Value ?? "");
                    break;
            }
        }
    }

    private static async Task<Answer> AnswerAsync(HttpResponseMessage response) =>
        new(response.StatusCode, response.RequestMessage!.RequestUri!, await response.Content.ReadAsStringAsync(), response);
}
