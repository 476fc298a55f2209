using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Paper.Codes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace InterviewPrep.BrowserTests;

/// <summary>Everything that is printed, as Chromium prints it.</summary>
[Collection(BrowserGroup.Name)]
public sealed class PaperPdf(Browser browser, Site site)
{
    private const string Question = "library-cleared-seat", Paper = "community-worker";

    private static readonly string[] Navigation = ["换成这样", "← ", "下载 Word", "打印设置", "跳到正文"];

    private static readonly Dictionary<string, (int, int)> Sizes = new() { ["A4"] = (210, 297), ["A3"] = (420, 297), ["B5"] = (176, 250) };

    [BrowserFact]
    public async Task Every_kind_in_every_size_fills_its_pages_carries_its_fonts_and_cuts_nothing()
    {
        var page = await TeacherPageAsync("pdf-teacher");
        var signer = site.Services.GetRequiredService<SheetSigner>();
        var revision = await site.InDbAsync(db => db.QuestionRevisions.Where(r => r.Question.Slug == Question).OrderByDescending(r => r.Number).Select(r => r.Id).FirstAsync());
        var problems = new List<string>();
        foreach (var (kind, size, type, paper) in Choices())
        {
            var name = $"{kind} {size} {type} {paper}";
            await page.GotoAsync($"/sheets/{Question}?kind={kind}&size={size}&type={type}&paper={paper}");
            var sheets = await page.Locator("article.page").CountAsync();
            using var pdf = await Pdf.PrintAsync(page);

            var pages = await pdf.PagesAsync();
            var expected = size == "A3" ? (sheets + 1) / 2 : sheets;
            if (pages.Length != expected) problems.Add($"{name}: {pages.Length} pages, not {expected}");
            if (kind is "blank" && type is "normal" && size is "A4" && sheets > 2) problems.Add($"{name}: {sheets} sheets for one blank question");
            problems.AddRange(await FaultsAsync(name, pdf, pages));
            if (await pdf.SizeAsync() != Sizes[size]) problems.Add($"{name}: {await pdf.SizeAsync()} mm");
            // pdftotext reads across two pages that lie side by side.
            var text = size == "A3" && sheets > 1 ? await pdf.SideBySideAsync(pages.Length) : string.Concat(pages);
            if (kind != "scratch") problems.AddRange(OutOfOrder(name, text, ["怎么做", "一、态度", "二、行动", "三、长效", "四、升华"]));
            if (type == "normal" && size == "A4" && kind is not ("model" or "twomodels" or "scratch"))
            {
                foreach (var (picture, i) in (await pdf.RasterAsync(100)).Select((p, i) => (p, i)))
                {
                    var read = (await Pdf.CodesAsync(picture)).Select(signer.Read).SingleOrDefault();
                    if (read is null || read.Revision != revision || read.Page != i + 1 || read.Pages != sheets) problems.Add($"{name}: the code on page {i + 1} reads {read}");
                }
            }
        }
        string.Join("\n", problems).Should().BeEmpty();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Booklets_handouts_cards_and_the_panels_paper_print_whole_pages_without_navigation()
    {
        var page = await TeacherPageAsync("pdf-booklets");
        var problems = new List<string>();
        foreach (var address in new[]
        {
            $"paper/{Paper}", $"paper/{Paper}?kind=book", $"paper/{Paper}?kind=book&type=large&size=B5", $"paper/{Paper}?kind=scratch&size=A3", "lesson/first-sentence", "lesson/first-sentence?size=B5&type=large",
            "cards", "cards?size=A3", $"panel/{Paper}", $"panel/{Paper}?doc=summary&candidates=30", $"panel/{Paper}?doc=time", $"panel/{Paper}?doc=lots&candidates=30", $"panel/{Paper}?doc=book", $"panel/{Paper}?doc=notice", $"panel/{Paper}?doc=all",
        })
        {
            await page.GotoAsync("/sheets/" + address);
            var leaves = await page.Locator(".leaf").CountAsync();
            using var pdf = await Pdf.PrintAsync(page);
            var pages = await pdf.PagesAsync();
            if (leaves > 0 && pages.Length != leaves) problems.Add($"{address}: {pages.Length} pages, not {leaves}");
            problems.AddRange(await FaultsAsync(address, pdf, pages));
        }
        string.Join("\n", problems).Should().BeEmpty();
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData("size=A4")]
    [InlineData("size=B5&type=large")]
    public async Task A_handout_numbers_every_page_below_its_text_and_keeps_the_order(string choices)
    {
        var page = await browser.OpenAsync(site.Address);
        await page.GotoAsync("/sheets/lesson/whole-in-three-minutes?" + choices);
        using var pdf = await Pdf.PrintAsync(page);
        var pages = await pdf.PagesAsync();

        for (var i = 0; i < pages.Length; i++) pages[i].TrimEnd().Should().MatchRegex($@"第 ?{i + 1} ?页\s+共 ?{pages.Length} ?页$");
        OutOfOrder(choices, string.Concat(pages), ["时间怎么分", "连起来听一遍", "常见错误", "练一句", "自测", "做完再看"]).Should().BeEmpty();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.page')].filter(p => p.lastElementChild.getBoundingClientRect().top < p.lastElementChild.previousElementSibling.getBoundingClientRect().bottom - 1 || p.lastElementChild.getBoundingClientRect().bottom > p.getBoundingClientRect().bottom + 1).map(p => p.ariaLabel)")).Should().BeEmpty();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task What_is_read_on_paper_is_set_in_a_serif_type_that_is_there()
    {
        // Chromium writes the outlines of such fonts into the file without a name, so that the page is asked instead of the PDF.
        var page = await browser.OpenAsync(site.Address);
        await page.GotoAsync($"/sheets/{Question}");
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("DOM.enable");
        await session.SendAsync("CSS.enable");
        var root = (await session.SendAsync("DOM.getDocument"))!.Value.GetProperty("root").GetProperty("nodeId").GetInt32();
        foreach (var part in new[] { ".title", ".ask", ".block h2", ".fields li", ".page > footer span" })
        {
            var node = (await session.SendAsync("DOM.querySelector", new() { ["nodeId"] = root, ["selector"] = "main.paper " + part }))!.Value.GetProperty("nodeId").GetInt32();
            var fonts = (await session.SendAsync("CSS.getPlatformFontsForNode", new() { ["nodeId"] = node }))!.Value.GetProperty("fonts").EnumerateArray().Select(f => f.GetProperty("familyName").GetString());
            fonts.Should().NotBeEmpty().And.OnlyContain(f => f!.Contains("Serif") || f.Contains("Song") || f.Contains("SimSun"), part);
        }
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData("/sheets")]
    [InlineData("/sheets/" + Question + "?kind=points")]
    [InlineData("/sheets/" + Question + "?size=A3&paper=grid")]
    [InlineData("/sheets/panel/" + Paper + "?doc=all")]
    [InlineData("/sheets/lesson/first-sentence")]
    [InlineData("/sheets/cards")]
    public async Task A_phone_shows_paper_in_its_own_width(string address)
    {
        var page = await browser.OpenAsync(site.Address, 390);

        await page.GotoAsync(address);

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0);
        await page.Context.CloseAsync();
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(string name, Pdf pdf, string[] pages)
    {
        var faults = new List<string>();
        for (var i = 0; i < pages.Length; i++)
        {
            if (pages[i].Count(char.IsLetterOrDigit) < 30) faults.Add($"{name}: page {i + 1} is empty");
            foreach (var word in Navigation.Where(pages[i].Contains)) faults.Add($"{name}: “{word}” is printed");
        }
        if (!System.Text.RegularExpressions.Regex.IsMatch(pages[^1], @"第 ?\d+ ?页\s+共 ?\d+ ?页")) faults.Add($"{name}: no page number");
        var outside = await pdf.OutsideAsync();
        if (outside.Count > 0) faults.Add($"{name}: outside the page: {string.Join(' ', outside.Take(5))}");
        var missing = (await pdf.FontsAsync()).Missing;
        if (missing.Count > 0) faults.Add($"{name}: not embedded: {string.Join("; ", missing)}");
        return faults;
    }

    private static IEnumerable<string> OutOfOrder(string name, string text, string[] words)
    {
        var at = words.Select(w => text.IndexOf(w, StringComparison.Ordinal)).ToList();
        if (at.Contains(-1) || !at.SequenceEqual(at.Order())) yield return $"{name}: {string.Join(' ', words)} are at {string.Join(' ', at)}";
    }

    private static IEnumerable<(string Kind, string Size, string Type, string Paper)> Choices()
    {
        string[] kinds = ["blank", "hints", "points", "model", "twomodels", "mine", "scratch"];
        foreach (var kind in kinds)
        {
            foreach (var size in Sizes.Keys) yield return (kind, size, "normal", "lines");
            yield return (kind, "A4", "large", "lines");
        }
        foreach (var size in Sizes.Keys) yield return ("blank", size, "normal", "grid");
        yield return ("points", "B5", "large", "grid");
    }

    /// <summary>A teacher with a draft of the question, in the browser.</summary>
    private async Task<IPage> TeacherPageAsync(string name)
    {
        using var teacher = await site.NewPersonAsync(name, Roles.Teacher);
        await teacher.WriteAsync(string.Join("\n\n", Enumerable.Repeat(People.Words, 3)), Question);
        var page = await browser.OpenAsync(site.Address);
        await page.Context.AddCookiesAsync(teacher.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString() }));
        return page;
    }
}
