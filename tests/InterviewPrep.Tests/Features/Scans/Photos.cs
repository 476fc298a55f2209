using System.Net.Http.Headers;
using InterviewPrep.Tests.Support;
using SkiaSharp;

namespace InterviewPrep.Tests.Features.Scans;

/// <summary>Photos of pages, and the way in which a browser sends them.</summary>
internal static class Photos
{
    private static int shade;

    /// <summary>A page, each one different.</summary>
    public static byte[] Take(int width = 600, int height = 800)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(new SKColor((uint)(0xFF808080 + Interlocked.Increment(ref shade) * 3)));
        using var paint = new SKPaint { Color = SKColors.White };
        surface.Canvas.DrawRect(width / 10f, height / 10f, width / 2f, height / 2f, paint);
        using var image = surface.Snapshot();
        return image.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
    }

    public static ByteArrayContent Image(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return content;
    }

    /// <param name="token">The anti-forgery token; that of the page where none is named.</param>
    public static Task<Answer> SendAsync(App app, Visitor person, byte[] bytes, string code = "", string? token = null) => SendAsync(app.Address, person, bytes, code, token);

    public static async Task<Answer> SendAsync(Uri site, Visitor person, byte[] bytes, string code = "", string? token = null)
    {
        token ??= (await person.GetAsync("/scans")).One("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var body = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(code), "code" }, { Image(bytes), "photo", "page.jpg" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site, "/api/scans")) { Content = body };
        return await person.SendAsync(request);
    }
}
