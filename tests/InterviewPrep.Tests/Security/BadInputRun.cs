using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Security;

/// <param name="app">The site.</param>
/// <param name="come">Makes somebody who is signed in as the forms want it.</param>
/// <param name="wait">Lets the time pass that somebody must wait who tried too often.</param>
/// <summary>
/// Sends bad texts through the fields of forms, one field at a time: what else a form asks for is filled in as somebody would, so
/// that the text gets as far as it can. Counts what happened and notes what should not have.
/// </summary>
internal sealed partial class BadInputRun(App app, Func<Task<Visitor>> come, Action wait)
{
    /// <summary>What is not shown again by intent: secrets, words that are searched for, what must match something, and times.</summary>
    private static readonly HashSet<string> NotShown = ["password", "current", "code", "confirm", "q", "appealsUntil", "dueAt"];

    private const int LongestQuery = 6_000;

    private static int count;

    /// <summary>Whoever fills the forms now.</summary>
    public Visitor Visitor { get; private set; } = null!;

    public List<string> Findings { get; } = [];

    /// <summary>Forms that could be used so often and no more; the texts after that went to their handlers nevertheless.</summary>
    public HashSet<string> UsedUp { get; } = [];

    public int Sent { get; private set; }

    /// <summary>So many texts were taken and shown again as they were typed; all others were refused in words.</summary>
    public int Kept { get; private set; }

    /// <summary>Somebody comes anew.</summary>
    public async Task BeginAsync()
    {
        Visitor?.Dispose();
        Visitor = await come();
    }

    /// <summary>An address without what makes it somebody's.</summary>
    public static string Shape(string path) => Shaped().Replace(path, "*");

    /// <summary>Sends every text through every field.</summary>
    /// <param name="names">Fields of one form that are filled at the same time, each with another text.</param>
    /// <param name="packs">Whether a long field takes as many texts at once as it has room for.</param>
    public async Task FillAsync(string path, string? action, IReadOnlyList<string> names, IReadOnlyList<string> texts, bool packs = false)
    {
        var where = $"{Shape(path)} {Shape(action ?? "")}";
        Answer? answered = null, form = await ShowAsync(null, path, action, names[0], where);
        if (form is null) return;
        // What the page itself is made of is no text of a list.
        var before = await Visitor.GetAsync(path);
        var loads = names.Select(n => BadInputLoads.Of(form.Page.Forms[0].Elements.First(e => e.GetAttribute("name") == n), texts, packs)).ToList();
        for (var i = 0; i < loads.Max(l => l.Count); i++)
        {
            var shown = await ShowAsync(answered, path, action, names[0], where);
            form = shown ?? form;
            // Each field begins at another place of its list, so that not two have the same text.
            var bad = names.Select((name, j) => (Name: name, Texts: i < loads[j].Count ? loads[j][(i + j) % loads[j].Count] : [])).Where(f => f.Texts.Length > 0).ToList();
            Sent += bad.Sum(f => f.Texts.Length);
            try
            {
                answered = await SendAsync(form, [.. Usual(form.Page.Forms[0]).Where(u => bad.All(f => f.Name != u.Name)), .. bad.Select(f => (f.Name, string.Join('\n', f.Texts)))]);
            }
            catch (HttpRequestException e)
            {
                Findings.Add($"{where} {string.Join(' ', names)}: {e.Message} for {Short(bad[0].Texts[0])}");
                answered = null;
                continue;
            }
            var single = bad.SelectMany(f => f.Texts.Select(t => (f.Name, Text: t))).ToList();
            foreach (var (name, text) in single) Judge(answered, before, where, name, text);
            if (shown is null || (int)answered.Status is >= 300 and not 400) continue;
            var isRefused = ShownText.Refuses(answered);
            if (isRefused) LookWhetherItStands(answered, form, where, single);
            else foreach (var (name, text) in single) await LookForAsync(answered, path, where, name, FormFields.IsNumber(form, name) ? Number(text) : text);
            if (isRefused || !names.Contains("password")) continue;
            // It is the password now, and the next one would be asked for it.
            await BeginAsync();
            answered = null;
        }
    }

    // What is refused stands there still, to be mended; a browser sends no letters where a number or a time belongs.
    private void LookWhetherItStands(Answer answer, Answer form, string where, IEnumerable<(string Name, string Text)> bad)
    {
        foreach (var (name, text) in bad)
        {
            if (NotShown.Contains(name) || form.Page.Forms[0].Elements.Any(e => e.GetAttribute("name") == name && e is IHtmlInputElement { Type: "number" or "date" or "time" or "datetime-local" or "password" })) continue;
            if (!ShownText.Shows(answer, text)) Findings.Add($"{where} {name}: refused and gone: {Short(text)}");
        }
    }

    // Whoever has tried too often waits, and goes on.
    private async Task<Answer> SendAsync(Answer form, (string, string)[] values)
    {
        var answer = await Visitor.SubmitAsync(form, "form", values);
        if (answer.Status != HttpStatusCode.TooManyRequests) return answer;
        wait();
        return await Visitor.SubmitAsync(form, "form", values);
    }

    /// <summary>Asks for a page with every text in every parameter.</summary>
    /// <param name="parameters">Parameters that have a text at the same time, each another one.</param>
    public async Task AskAsync(string path, IReadOnlyList<string> parameters, IReadOnlyList<string> texts)
    {
        var before = await Visitor.GetAsync(path);
        for (var i = 0; i < texts.Count; i++)
        {
            // An address has its length; what is longer is refused before the page is asked.
            var bad = parameters.Select((p, j) => (Name: p, Text: texts[(i + j) % texts.Count] is { Length: > 2_000 } text ? text[..1_000] : texts[(i + j) % texts.Count])).ToList();
            foreach (var together in bad.Sum(b => Uri.EscapeDataString(b.Text).Length) < LongestQuery ? [bad] : bad.Chunk(1).Select(b => b.ToList()))
            {
                Sent += together.Count;
                var answer = await Visitor.GetAsync($"{path.Split('?')[0]}?{string.Join('&', together.Select(b => $"{Uri.EscapeDataString(b.Name)}={Uri.EscapeDataString(b.Text)}"))}");
                foreach (var (name, text) in together) Judge(answer, before, Shape(path), name, text);
            }
        }
    }

    private void Judge(Answer answer, Answer before, string where, string name, string value)
    {
        if (answer.Status >= HttpStatusCode.InternalServerError) Findings.Add($"{where} {name}: {(int)answer.Status} for {Short(value)}");
        if (ShownText.IsMarkup(answer, before, value)) Findings.Add($"{where} {name}: not encoded: {Short(value)}");
    }

    // The page with the form: the last answer where it shows it again, else the page anew, else for somebody who comes anew (a
    // registration signs in). Null where there is no such form any more.
    private async Task<Answer?> ShowAsync(Answer? last, string path, string? action, string name, string where)
    {
        if (UsedUp.Contains(where)) return null;
        if (last is not null && last.Address.PathAndQuery == path && (int)last.Status < 400 && FormFields.Form(last, action, name) is { } still) return still;
        if (FormFields.Form(await Visitor.GetAsync(path), action, name) is { } form) return form;
        await BeginAsync();
        if (FormFields.Form(await Visitor.GetAsync(path), action, name) is { } again) return again;
        UsedUp.Add(where);
        return null;
    }

    private async Task LookForAsync(Answer answer, string path, string where, string name, string text)
    {
        // A user name that is made, or that finds somebody whom a text has made, is shown in its own form.
        if (NotShown.Contains(name) || path == "/account/register" || where.Contains("Admit", StringComparison.Ordinal) || ShownText.Shows(answer, text))
        {
            Kept++;
            return;
        }
        // The number that somebody joins a class with goes to their own page.
        if (ShownText.Shows(await Visitor.GetAsync(path.StartsWith("/join", StringComparison.Ordinal) ? "/account" : path), text)) Kept++;
        else Findings.Add($"{where} {name}: neither shown nor refused: {Short(text)}");
    }

    // What somebody would write where nothing stands yet. Rows that a list has to spare stay so, or there would be more each time.
    private IEnumerable<(string Name, string Value)> Usual(IHtmlFormElement form) =>
        (from input in FormFields.Inputs(form)
         where string.IsNullOrEmpty((input as IHtmlInputElement)?.Value ?? ((IHtmlTextAreaElement)input).Value) && !input.GetAttribute("name")!.Contains('[')
         select (input.GetAttribute("name")!, Usual(input)))
        .Concat(from list in form.Elements.OfType<IHtmlSelectElement>()
                where list.IsRequired && string.IsNullOrEmpty(list.Value)
                from value in list.Options.Select(o => o.Value).Where(v => v.Length > 0).Take(1)
                select (list.Name!, value));

    private string Usual(IHtmlElement input) => (input as IHtmlInputElement)?.Type switch
    {
        "password" => People.Password,
        "number" => input.GetAttribute("min") ?? "1",
        "date" => app.Clock.GetUtcNow().AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "time" => "08:00",
        "datetime-local" => app.Clock.GetUtcNow().AddDays(7).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        _ => $"学员{++count}",
    };

    // A number is shown as it is written, whatever zeros it was typed with.
    private static string Number(string text) => text.TrimStart('0') is { Length: > 0 } significant && char.IsAsciiDigit(significant[0]) ? significant : text;

    private static string Short(string value) => string.Concat(value.Take(60).Select(c => c < ' ' ? $"\\u{(int)c:x4}" : c.ToString()));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+")]
    private static partial Regex Shaped();
}
