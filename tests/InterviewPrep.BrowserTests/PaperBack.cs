using System.Diagnostics;
using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Scans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SkiaSharp;
using Xunit.Abstractions;

namespace InterviewPrep.BrowserTests;

/// <summary>From printed pages to bad photos and back: filed where they belong, or in the tray, never elsewhere.</summary>
[Collection(BrowserGroup.Name)]
public sealed class PaperBack(Browser browser, Site site, ITestOutputHelper output)
{
    private const int Lanes = 2;

    /// <summary>With BAD_PHOTOS=200 the whole trial; the same seeds come first, so that the usual number is a part of it.</summary>
    private static readonly int Photos = int.TryParse(Environment.GetEnvironmentVariable("BAD_PHOTOS"), out var photos) ? photos : 40;

    private static readonly string[] Questions = ["library-cleared-seat", "park-open-lawn", "estate-lift-trapped"];

    private sealed record Outcome(string File, string Kind, string Question, string Page, string Said);

    [BrowserFact]
    public async Task Bad_photos_are_filed_or_wait_and_none_is_filed_wrongly()
    {
        using var person = await site.NewPersonAsync("photographer");
        var folder = Directory.CreateTempSubdirectory("interviewprep-photos-");
        var clock = Stopwatch.StartNew();
        var pages = await PrintedPagesAsync(person);
        var photos = Enumerable.Range(0, Photos).Select(i => (Index: i, Page: pages[i % pages.Count])).ToList();
        Parallel.ForEach(photos, new() { MaxDegreeOfParallelism = Lanes }, p => File.WriteAllBytes(FileOf(folder, p.Index), BadPhotos.Take(p.Page.Picture, p.Index)));
        var taken = clock.Elapsed;

        var outcomes = (await Task.WhenAll(photos.Chunk(Photos / Lanes).Select(part => SendAsync(person, [.. part.Select(p => FileOf(folder, p.Index))])))).SelectMany(o => o).ToList();

        var expected = photos.ToDictionary(p => Path.GetFileName(FileOf(folder, p.Index)), p => p.Page);
        var filed = outcomes.Where(o => o.Kind == nameof(FilingOutcome.Filed)).ToList();
        var wrong = filed.Where(o => o.Question != expected[o.File].Question || o.Page != expected[o.File].Number.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList();
        output.WriteLine($"{outcomes.Count} photos: {filed.Count} filed, {outcomes.Count(o => o.Kind == nameof(FilingOutcome.NoCode))} in the tray, {wrong.Count} wrong; photos made in {taken.TotalSeconds:0} s, sent in {(clock.Elapsed - taken).TotalSeconds:0} s");
        Console.WriteLine($"bad photos: {filed.Count} filed, {outcomes.Count - filed.Count} in the tray, {wrong.Count} wrong");
        wrong.Should().BeEmpty();
        outcomes.Should().HaveCount(Photos).And.OnlyContain(o => o.Kind == nameof(FilingOutcome.Filed) || o.Kind == nameof(FilingOutcome.NoCode));
        filed.Count.Should().BeGreaterThan(Photos / 3, "a reader that files nothing is no use");
        (await site.InDbAsync(db => db.Set<ScanPage>().CountAsync(p => p.UploadedById == db.Users.Single(u => u.UserName == "photographer").Id))).Should().Be(Photos);
        folder.Delete(recursive: true);
    }

    [BrowserFact]
    public async Task A_page_lying_on_its_side_is_stored_upright()
    {
        using var person = await site.NewPersonAsync("sideways");
        var page = (await PrintedPagesAsync(person))[0];
        using var turned = new SKBitmap(page.Picture.Height, page.Picture.Width);
        using (var canvas = new SKCanvas(turned))
        {
            canvas.Translate(page.Picture.Height, 0);
            canvas.RotateDegrees(90);
            canvas.DrawBitmap(page.Picture, 0, 0, SKSamplingOptions.Default, null);
        }
        var file = Path.ChangeExtension(Path.GetTempFileName(), "jpg");
        await File.WriteAllBytesAsync(file, turned.Encode(SKEncodedImageFormat.Jpeg, 80).ToArray());

        (await SendAsync(person, [file])).Single().Kind.Should().Be(nameof(FilingOutcome.Filed));

        var stored = await site.InDbAsync(db => db.Set<ScanPage>().SingleAsync(p => p.UploadedById == db.Users.Single(u => u.UserName == "sideways").Id));
        stored.Height.Should().BeGreaterThan(stored.Width);
        File.Delete(file);
    }

    [BrowserFact]
    public async Task Two_pages_in_one_photo_are_told_and_neither_is_filed()
    {
        using var person = await site.NewPersonAsync("two pages");
        var pages = (await PrintedPagesAsync(person)).DistinctBy(p => p.Question).Take(2).Select(p => p.Picture).ToList();
        using var beside = new SKBitmap(pages.Sum(p => p.Width), pages.Max(p => p.Height));
        using (var canvas = new SKCanvas(beside))
        {
            canvas.DrawBitmap(pages[0], 0, 0, SKSamplingOptions.Default, null);
            canvas.DrawBitmap(pages[1], pages[0].Width, 0, SKSamplingOptions.Default, null);
        }
        var file = Path.ChangeExtension(Path.GetTempFileName(), "jpg");
        await File.WriteAllBytesAsync(file, beside.Encode(SKEncodedImageFormat.Jpeg, 85).ToArray());

        var outcome = (await SendAsync(person, [file])).Single();

        (outcome.Kind, outcome.Said.Contains("照片里有两页的码", StringComparison.Ordinal)).Should().Be((nameof(FilingOutcome.NoCode), true), outcome.Said);
        (await site.InDbAsync(db => db.Set<ScanPage>().Where(p => p.UploadedById == db.Users.Single(u => u.UserName == "two pages").Id).Select(p => p.AnswerId).SingleAsync())).Should().BeNull();
        File.Delete(file);
    }

    private static string FileOf(DirectoryInfo folder, int index) => Path.Combine(folder.FullName, $"photo-{index:000}.jpg");

    private async Task<IPage> OpenAsync(Visitor person)
    {
        var page = await browser.OpenAsync(site.Address, 390);
        await page.Context.AddCookiesAsync(person.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString() }));
        return page;
    }

    private async Task<IReadOnlyList<(string Question, int Number, SKBitmap Picture)>> PrintedPagesAsync(Visitor person)
    {
        var page = await OpenAsync(person);
        var pages = new List<(string, int, SKBitmap)>();
        foreach (var question in Questions)
        {
            await page.GotoAsync($"/sheets/{question}?kind=blank");
            using var pdf = await Pdf.PrintAsync(page);
            pages.AddRange((await pdf.RasterAsync(130)).Select((file, i) => (question, i + 1, SKBitmap.Decode(file))));
        }
        await page.Context.CloseAsync();
        return pages;
    }

    private async Task<IReadOnlyList<Outcome>> SendAsync(Visitor person, string[] files)
    {
        var page = await OpenAsync(person);
        await page.GotoAsync("/scans");
        await page.SetInputFilesAsync("#photos", files);
        await page.GetByRole(AriaRole.Button, new() { Name = "交上去" }).ClickAsync();
        await page.Locator("[data-done]").WaitForAsync(new() { Timeout = 240_000 });
        var outcomes = await page.EvaluateAsync<string[][]>("[...document.querySelectorAll('[data-outcomes] li')].map(l => [l.dataset.file, l.dataset.outcome, l.dataset.question ?? '', l.dataset.page ?? '', l.textContent])");
        await page.Context.CloseAsync();
        return [.. outcomes.Select(o => new Outcome(o[0], o[1], o[2], o[3], o[4]))];
    }
}
