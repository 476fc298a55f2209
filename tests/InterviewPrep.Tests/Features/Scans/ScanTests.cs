using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Paper.Codes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace InterviewPrep.Tests.Features.Scans;

public sealed class ScanTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_photo_is_made_anew_upright_and_without_what_was_hidden_in_it()
    {
        using var person = await app.NewPersonAsync("polyglot");
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
        var photo = Photos.Take(400, 300);
        byte[] bytes = [.. photo[..2], .. exif, .. photo[2..], .. "<script>alert(1)</script>PK"u8];

        var kept = await SendAsync(person, bytes);

        kept.Status.Should().Be(HttpStatusCode.OK, kept.Text);
        var image = await person.Client.GetAsync(new Uri(app.Address, $"/scans/{kept.Json.GetProperty("id").GetGuid()}/image"));
        var stored = await image.Content.ReadAsByteArrayAsync();
        image.Content.Headers.ContentType!.MediaType.Should().Be("image/jpeg");
        System.Text.Encoding.Latin1.GetString(stored).Should().NotContain("Exif").And.NotContain("script");
        using var picture = SKBitmap.Decode(stored);
        (picture.Width, picture.Height).Should().Be((300, 400));
    }

    [Fact]
    public async Task Pages_are_filed_by_their_code_and_the_pages_of_one_answer_join()
    {
        using var person = await app.NewPersonAsync("filer");
        var codes = await CodesAsync(person, "filer");

        foreach (var code in codes.Reverse()) (await SendAsync(person, Photos.Take(), code)).Json.GetProperty("outcome").GetString().Should().Be("Filed");

        var list = await person.GetAsync("/scans");
        list.One("a[href^='/scans/answers/']").ParentElement!.TextContent.Should().Contain("2 页").And.NotContain("还缺");
        var answer = await person.GetAsync(list.One("a[href^='/scans/answers/']").GetAttribute("href")!);
        answer.Page.QuerySelectorAll("figcaption").Select(f => f.TextContent).Should().Equal("第 1 页", "第 2 页");
    }

    [Fact]
    public async Task The_same_photo_twice_is_one_page_and_a_better_one_takes_its_place()
    {
        using var person = await app.NewPersonAsync("twice");
        var code = (await CodesAsync(person, "twice"))[0];
        var photo = Photos.Take();

        await SendAsync(person, photo, code);
        await SendAsync(person, photo, code);
        await SendAsync(person, Photos.Take(), code);

        var pages = await PagesOfAsync("twice");
        pages.Should().HaveCount(2);
        pages.Count(p => p.ReplacedAt is null).Should().Be(1);
    }

    [Fact]
    public async Task What_has_no_code_waits_and_is_placed_by_hand_with_the_code_that_people_read()
    {
        using var person = await app.NewPersonAsync("by hand");
        await SendAsync(person, Photos.Take(), "4000000000000000000000000000000");
        var tray = await person.GetAsync("/scans");

        var wrong = await person.SubmitAsync(tray, ".tray form", ("code", "0000-1111-2222"));
        wrong.TextOf("[role=alert]").Should().Contain("没有这个码");
        var shortCode = (await person.GetAsync("/sheets/bus-stop")).TextOf(".codes p");
        var placed = await person.SubmitAsync(wrong, "main form", ("code", " " + shortCode.ToLowerInvariant()));

        placed.Address.AbsolutePath.Should().StartWith("/scans/answers/");
        placed.Text.Should().Contain("手写作答第 1 页");
    }

    [Fact]
    public async Task Waiting_pages_can_be_turned_and_removed()
    {
        using var person = await app.NewPersonAsync("turner");
        await SendAsync(person, Photos.Take(600, 400));

        var turned = await person.SubmitAsync(await person.GetAsync("/scans"), ".tray form[action*=Turn]");
        (await PagesOfAsync("turner")).Single().Height.Should().Be(600);
        await person.SubmitAsync(turned, ".tray form[action*=Remove]");

        (await PagesOfAsync("turner")).Should().BeEmpty();
    }

    [Fact]
    public async Task Nobody_sees_or_takes_another_persons_pages()
    {
        using var person = await app.NewPersonAsync("owner");
        using var other = await app.NewPersonAsync("other");
        using var stranger = app.NewVisitor();
        var code = (await CodesAsync(person, "owner"))[0];
        var id = (await SendAsync(person, Photos.Take(), code)).Json.GetProperty("id").GetGuid();
        var answer = (await person.GetAsync("/scans")).One("a[href^='/scans/answers/']").GetAttribute("href")!;

        (await other.GetAsync($"/scans/{id}/image")).Status.Should().Be(HttpStatusCode.NotFound);
        (await other.GetAsync(answer)).Status.Should().Be(HttpStatusCode.NotFound);
        (await SendAsync(other, Photos.Take(), code)).Json.GetProperty("outcome").GetString().Should().Be("NotYours");
        (await other.SubmitAsync(await other.GetAsync("/scans"), ".tray form", ("code", code))).TextOf("[role=alert]").Should().Contain("别人");
        (await stranger.GetAsync("/scans")).Address.AbsolutePath.Should().Be("/account/sign-in");
        (await stranger.GetAsync($"/scans/{id}/image")).Address.AbsolutePath.Should().Be("/account/sign-in");
    }

    [Fact]
    public async Task Without_the_token_of_a_page_nothing_is_taken()
    {
        using var person = await app.NewPersonAsync("tokenless");

        (await SendAsync(person, Photos.Take(), token: "none")).Status.Should().Be(HttpStatusCode.BadRequest);

        (await PagesOfAsync("tokenless")).Should().BeEmpty();
    }

    [Fact]
    public async Task Without_script_several_photos_go_by_the_form()
    {
        using var person = await app.NewPersonAsync("plain");
        var page = await person.GetAsync("/scans");
        using var body = new MultipartFormDataContent { { new StringContent(page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" } };
        foreach (var photo in new[] { Photos.Take(), Photos.Take(), "<svg/>"u8.ToArray() }) body.Add(Photos.Image(photo), "photos", "a.jpg");

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, "/scans")) { Content = body };
        var answer = await person.SendAsync(request);

        answer.Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        answer.Page.QuerySelectorAll(".tray article").Should().HaveCount(2);
        answer.TextOf("[role=alert]").Should().Contain("只收");
    }

    private async Task<IReadOnlyList<string>> CodesAsync(Visitor person, string name)
    {
        var signer = app.Services.GetRequiredService<SheetSigner>();
        var typed = (await person.GetAsync("/sheets/bus-stop")).Page.QuerySelectorAll(".codes p").Select(p => signer.Read(p.TextContent)!).ToList();
        var id = await app.InDbAsync(db => db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());
        return [.. typed.Select(t => signer.Codes(t with { Person = signer.TokenOf(id), Pages = typed.Count }).Long)];
    }

    private Task<Answer> SendAsync(Visitor person, byte[] bytes, string code = "", string? token = null) => Photos.SendAsync(app, person, bytes, code, token);

    private Task<List<ScanPage>> PagesOfAsync(string name) => app.InDbAsync(async db =>
    {
        var id = await db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync();
        return await db.Set<ScanPage>().Where(p => p.UploadedById == id).ToListAsync();
    });
}
