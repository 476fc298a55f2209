using System.IO.Compression;
using System.Net;
using InterviewPrep.Tests.Features.Scans;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Paper.Packs;
using InterviewPrep.Web.Features.Scans;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace InterviewPrep.Tests.Docs;

/// <summary>What the manual on printing and handwriting promises, and the settings that print.</summary>
public sealed class PaperPromiseTests(PaperPromiseTests.Site site) : IClassFixture<PaperPromiseTests.Site>
{
    private const string School = "某某县第一职业学校", Name = "某某练习站";

    public sealed class Site : App
    {
        private readonly string logo = Path.Combine(Path.GetTempPath(), $"logo-{Guid.NewGuid():N}.png");

        // The settings are read before the first page, so the picture must lie there by then.
        protected override IEnumerable<string> Settings
        {
            get
            {
                using var bitmap = new SKBitmap(60, 40);
                bitmap.Erase(SKColors.DarkRed);
                File.WriteAllBytes(logo, bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray());
                return [$"--Site:Name={Name}", $"--Site:School={School}", $"--Site:Logo={logo}"];
            }
        }
    }

    [Fact]
    public async Task Name_school_and_logo_of_the_settings_stand_on_pages_sheets_and_in_Word()
    {
        using var visitor = site.NewVisitor();

        var page = await visitor.GetAsync("/sheets/bus-stop");

        (await visitor.GetAsync("/")).Text.Should().Contain(Name);
        page.Text.Should().Contain(School);
        using var logo = await visitor.Client.GetAsync(new Uri(page.Page.QuerySelectorAll("img").First(i => i.GetAttribute("src")!.StartsWith("/logo", StringComparison.Ordinal)).GetAttribute("src")!, UriKind.Relative));
        using var bitmap = SKBitmap.Decode(await logo.Content.ReadAsByteArrayAsync());
        (bitmap.Width, bitmap.Height).Should().Be((60, 40));
        (await visitor.GetAsync("/sheets/panel/three?doc=book")).Text.Should().Contain(School);
        using var word = await visitor.Client.GetAsync(new Uri("/sheets/bus-stop/word", UriKind.Relative));
        using var zip = new ZipArchive(await word.Content.ReadAsStreamAsync());
        var headers = zip.Entries.Where(e => e.FullName.StartsWith("word/header", StringComparison.Ordinal)).Select(Text).ToList();
        headers.Should().Contain(h => h.Contains(School, StringComparison.Ordinal) && h.Contains("校徽", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_grid_has_a_mark_every_hundred_characters()
    {
        using var visitor = site.NewVisitor();

        var page = await visitor.GetAsync("/sheets/bus-stop?kind=blank&paper=grid");

        foreach (var grid in page.Page.QuerySelectorAll("svg.grid"))
        {
            var marks = grid.QuerySelectorAll("text").Select(t => int.Parse(t.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            var rows = grid.QuerySelectorAll("line").Count(l => l.GetAttribute("x1") == "0" && l.GetAttribute("y1") == l.GetAttribute("y2")) - 1;
            var columns = grid.QuerySelectorAll("line").Length - rows - 2;
            marks.Should().Equal(Enumerable.Range(1, rows * columns / 100).Select(i => 100 * i));
        }
        page.Page.QuerySelectorAll("svg.grid text").Should().NotBeEmpty();
    }

    [Fact]
    public async Task At_most_twenty_photos_are_taken_at_once_and_three_hundred_wait()
    {
        using var person = await site.NewPersonAsync("二十张");
        var page = await person.GetAsync("/scans");
        using var body = new MultipartFormDataContent { { new StringContent(page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" } };
        for (var i = 0; i <= IndexModel.MostPhotos; i++) body.Add(Photos.Image(Photos.Take(300, 400)), "photos", $"{i}.jpg");
        using var request = new HttpRequestMessage(HttpMethod.Post, page.Address) { Content = body };

        (await person.SendAsync(request)).TextOf("[role=alert]").Should().Contain("一次最多 20 张，后面的没有收");

        var owner = await site.InDbAsync(db => db.Users.Where(u => u.UserName == "二十张").Select(u => u.Id).SingleAsync());
        (await site.InDbAsync(db => db.ScanPages.CountAsync(p => p.UploadedById == owner))).Should().Be(20);
        await site.InDbAsync(async db =>
        {
            var one = await db.ScanPages.AsNoTracking().FirstAsync(p => p.UploadedById == owner);
            for (var i = 20; i < 300; i++) db.Add(new ScanPage(owner, $"{i:x64}", one.Width, one.Height, one.Bytes, "", site.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        var full = await Photos.SendAsync(site, person, Photos.Take());
        (full.Status, full.Text).Should().Match<(HttpStatusCode Status, string Text)>(a => a.Status == HttpStatusCode.Conflict && a.Text.Contains("先把它们放好再传"));
    }

    [Fact]
    public async Task A_class_pack_has_a_sheet_for_each_learner_by_number_and_takes_six_questions_at_most()
    {
        using var room = await Classroom.NewAsync(site);
        var pack = $"/classes/{room.ClassId}/sheets";
        (await room.Teacher.GetAsync(pack)).TextOf("main form").Should().Contain("挑题，最多 6 道");

        var page = await room.Teacher.GetAsync($"{pack}?q=bus-stop&q=open-lawn");

        var paper = string.Concat(page.Page.QuerySelectorAll("article.page").Select(p => p.TextContent));
        paper.Should().NotContain("学员甲").And.NotContain("学员乙");
        page.TextOf(".beside").Should().Contain("学员甲").And.Contain("学员乙");
        page.Page.QuerySelectorAll("article.page").Length.Should().BeGreaterThanOrEqualTo(4, "two learners, two questions");
        ClassModel.MostQuestions.Should().Be(6);
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
