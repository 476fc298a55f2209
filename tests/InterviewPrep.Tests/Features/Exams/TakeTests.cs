using System.Net;
using System.Net.Http.Headers;
using System.Text;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Exams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Exams;

/// <summary>Recordings come in slice by slice or as a file, are heard by their owner alone, and are gone when they are deleted.</summary>
public sealed class TakeTests(ExamSite app) : IClassFixture<ExamSite>
{
    private static readonly byte[] Head = [0x1A, 0x45, 0xDF, 0xA3, .. Encoding.ASCII.GetBytes("first slice ")];

    private static readonly byte[] Rest = Encoding.ASCII.GetBytes("second slice");

    [Fact]
    public async Task Slices_are_kept_in_order_and_a_slice_sent_again_is_one()
    {
        using var visitor = app.NewVisitor();
        var (page, take) = (await AnsweringAsync(visitor), Guid.NewGuid());
        (await SendAsync(visitor, page, take, 1, Rest)).Status.Should().Be(HttpStatusCode.Conflict, "the first has not come");
        (await SendAsync(visitor, page, take, 0, Head)).Json.GetProperty("next").GetInt32().Should().Be(1);
        // A slice that broke off half way stands behind what is certain, and goes with the next try.
        await app.Services.GetRequiredService<TakeFolder>().WriteAsync(take, Head.Length, "half"u8.ToArray(), default);
        (await SendAsync(visitor, page, take, 1, Rest)).Json.GetProperty("next").GetInt32().Should().Be(2);
        (await SendAsync(visitor, page, take, 0, Head)).Json.GetProperty("next").GetInt32().Should().Be(2);

        using var whole = await visitor.Client.GetAsync(new Uri(app.Address, $"{page.Address.AbsolutePath}/takes/{take}"));
        (await whole.Content.ReadAsByteArrayAsync()).Should().Equal([.. Head, .. Rest]);
        whole.Content.Headers.ContentType!.MediaType.Should().Be("audio/webm");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address, $"{page.Address.AbsolutePath}/takes/{take}")) { Headers = { Range = new RangeHeaderValue(4, 8) } };
        using var part = await visitor.Client.SendAsync(request);
        (part.StatusCode, await part.Content.ReadAsStringAsync()).Should().Be((HttpStatusCode.PartialContent, "first"));
    }

    [Fact]
    public async Task What_is_no_sound_too_large_or_somebody_elses_is_refused_and_not_kept()
    {
        using var visitor = app.NewVisitor();
        using var other = app.NewVisitor();
        var page = await AnsweringAsync(visitor);
        var elsewhere = await AnsweringAsync(other);
        (await SendAsync(visitor, page, Guid.NewGuid(), 0, "<html>"u8.ToArray())).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await SendAsync(visitor, page, Guid.NewGuid(), 0, new byte[ExamTake.LargestSlice + 1])).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await SendAsync(visitor, page, Guid.NewGuid(), 0, [])).Status.Should().Be(HttpStatusCode.BadRequest);
        (await SendAsync(visitor, page, Guid.NewGuid(), 0, Head, question: 2)).Status.Should().Be(HttpStatusCode.NotFound, "it was not asked yet");
        var take = Guid.NewGuid();
        await SendAsync(visitor, page, take, 0, Head);
        (await SendAsync(other, elsewhere, take, 1, Rest)).Status.Should().Be(HttpStatusCode.NotFound);
        (await other.GetAsync($"{page.Address.AbsolutePath}/takes/{take}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await other.GetAsync($"{elsewhere.Address.AbsolutePath}/takes/{take}")).Status.Should().Be(HttpStatusCode.NotFound);
        var id = Guid.Parse(page.Address.AbsolutePath.Split('/')[^1]);
        (await app.InDbAsync(db => db.ExamTakes.CountAsync(t => t.SittingId == id))).Should().Be(1);
    }

    [Theory]
    [InlineData("../../../etc/passwd.m4a")]
    [InlineData("con.mp3\u202E‮录音.wav")]
    public async Task A_file_of_a_recorder_is_added_by_what_it_is_and_never_by_its_name(string name)
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync((await visitor.GoOnAsync(await AnsweringAsync(visitor), 10)).Address.AbsolutePath + "?q=1");
        (await AddAsync(visitor, page, "not a sound"u8.ToArray(), name)).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        var added = await AddAsync(visitor, page, [.. "RIFF0000WAVEfmt "u8], name);
        var sound = added.One("audio").GetAttribute("src")!;
        (await visitor.GetAsync(sound)).Response.Content.Headers.ContentType!.MediaType.Should().Be("audio/wav");
        (await AddAsync(visitor, page, [.. "RIFF0000WAVEfmt "u8], name)).Page.QuerySelectorAll("audio").Should().ContainSingle("the same form sent twice is one recording");

        var file = app.Services.GetRequiredService<TakeFolder>().PathOf(Guid.Parse(sound.Split('/')[^1]));
        File.Exists(file).Should().BeTrue();
        var removed = await visitor.SubmitAsync(added, "form[action$=remove]");
        removed.Page.QuerySelector("audio").Should().BeNull();
        File.Exists(file).Should().BeFalse();
    }

    [Fact]
    public async Task Recordings_go_with_their_sitting_and_with_the_account()
    {
        var name = $"录音 {Guid.NewGuid():N}";
        using var visitor = await app.NewPersonAsync(name);
        var files = new List<string>();
        foreach (var _ in new[] { 1, 2 })
        {
            var (page, take) = (await AnsweringAsync(visitor), Guid.NewGuid());
            await SendAsync(visitor, page, take, 0, Head);
            files.Add(app.Services.GetRequiredService<TakeFolder>().PathOf(take));
            if (files.Count == 1) await visitor.SubmitAsync(await visitor.GetAsync(page.Address.AbsolutePath + "/delete"), "main form");
        }
        files.Select(File.Exists).Should().Equal(false, true);
        await visitor.SubmitAsync(await visitor.GetAsync("/account/delete"), "main form", ("name", name));
        files.Select(File.Exists).Should().Equal(false, false);
    }

    private static async Task<Answer> AnsweringAsync(Visitor visitor) => await visitor.GoOnAsync(await visitor.DrawNumberAsync(), 4);

    private async Task<Answer> SendAsync(Visitor visitor, Answer page, Guid take, int slice, byte[] bytes, int question = 1)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(app.Address, $"/api{page.Address.AbsolutePath}/takes/{take}/{slice}?question={question}")) { Content = new ByteArrayContent(bytes) };
        request.Headers.Add("RequestVerificationToken", page.One("input[name=__RequestVerificationToken]").GetAttribute("value"));
        return await visitor.SendAsync(request);
    }

    private async Task<Answer> AddAsync(Visitor visitor, Answer page, byte[] bytes, string name)
    {
        var form = page.One("form[enctype='multipart/form-data']");
        using var body = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input[type=hidden]")) body.Add(new StringContent(field.GetAttribute("value")!), field.GetAttribute("name")!);
        body.Add(new ByteArrayContent(bytes), "file", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, form.GetAttribute("action"))) { Content = body };
        return await visitor.SendAsync(request);
    }
}
