namespace InterviewPrep.Web.Web;

/// <summary>
/// A form with U+0000 in a field, as texts copied out of some files have it, is refused whole by the framework's form reader:
/// no page would see what was typed. Here U+0001 takes its place, which every page refuses by name with the text still standing.
/// </summary>
public static class NullCharacters
{
    private static ReadOnlySpan<byte> Null => "%00"u8;

    /// <summary>Comes before whatever reads a form.</summary>
    public static IApplicationBuilder UseReadableNulls(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is not true)
        {
            await next(context);
            return;
        }
        var body = new MemoryStream();
        try
        {
            // The form reader would hold it whole, too.
            await request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException e)
        {
            // Longer than the limit, cut off, or sent too slowly.
            context.Response.StatusCode = e.StatusCode;
            return;
        }
        MakeReadable(body.GetBuffer().AsSpan(0, (int)body.Length));
        body.Position = 0;
        request.Body = body;
        await next(context);
    });

    private static void MakeReadable(Span<byte> form)
    {
        for (var at = form.IndexOf(Null); at >= 0; at = form.IndexOf(Null))
        {
            form[at + 2] = (byte)'1';
            form = form[(at + Null.Length)..];
        }
    }
}
