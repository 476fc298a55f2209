using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Scans;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Scans;

/// <summary>Files that are no photographs, or bad ones: refused before anything is stored.</summary>
public sealed class HostilePictureTests(App app) : IClassFixture<App>
{
    // By name: xunit would carry twelve megabytes through its discovery.
    private static byte[] Hostile(string name)
    {
        var photo = Photos.Take();
        return name switch
        {
            "nothing" => [],
            "svg" => "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(),
            "html named jpg" => "<!doctype html><script>alert(1)</script>"u8.ToArray(),
            "gif" => [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0],
            "pdf" => "%PDF-1.7\n1 0 obj"u8.ToArray(),
            "truncated" => photo[..(photo.Length / 2)],
            "only a head" => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16],
            "png head, then rubbish" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[500]],
            "webp head, then svg" => [.. "RIFF"u8, 40, 0, 0, 0, .. "WEBP<svg xmlns='http://www.w3.org/2000/svg'/>"u8],
            "zip behind a jpeg head" => [0xFF, 0xD8, 0xFF, .. "PK\u0003\u0004"u8, .. new byte[200]],
            "too many pixels" => Photos.Take(13_000, 300),
            "too small" => Photos.Take(40, 40),
            "too large" => new byte[ScanPicture.LargestFile + 1],
            "a thousand scans" => [.. photo[..^2], .. Enumerable.Repeat<byte[]>([0xFF, 0xDA], 1000).SelectMany(b => b)],
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }

    [Theory]
    [InlineData("nothing", 415)]
    [InlineData("svg", 415)]
    [InlineData("html named jpg", 415)]
    [InlineData("gif", 415)]
    [InlineData("pdf", 415)]
    [InlineData("truncated", 400)]
    [InlineData("only a head", 400)]
    [InlineData("png head, then rubbish", 400)]
    [InlineData("webp head, then svg", 400)]
    [InlineData("zip behind a jpeg head", 400)]
    [InlineData("too many pixels", 413)]
    [InlineData("too small", 400)]
    [InlineData("too large", 413)]
    [InlineData("a thousand scans", 415)]
    public async Task Hostile_pictures_are_refused_with_a_reason_and_nothing_is_stored(string name, int status)
    {
        using var person = await app.NewPersonAsync("hostile " + name);
        var files = Files();

        var answer = await Photos.SendAsync(app, person, Hostile(name));

        ((int)answer.Status).Should().Be(status, answer.Text);
        answer.Json.GetProperty("title").GetString().Should().Contain("没有保存");
        (await app.InDbAsync(db => db.ScanPages.AnyAsync(p => db.Users.Any(u => u.Id == p.UploadedById && u.UserName == "hostile " + name)))).Should().BeFalse();
        Files().Should().Be(files);
    }

    private int Files() => Directory.Exists(Path.Combine(app.DataFolder, "scans")) ? Directory.EnumerateFiles(Path.Combine(app.DataFolder, "scans"), "*", SearchOption.AllDirectories).Count() : 0;
}
