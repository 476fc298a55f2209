namespace InterviewPrep.Web.Host.Security;

/// <summary>
/// A form with U+0000 in a field, as texts copied out of some files have it, is refused whole by the framework's form reader:
/// no page would see what was typed. It is replaced by U+0001, which every page refuses by name while it keeps the text.
/// </summary>
public static class NulByteRewriter
{
    /// <summary>Comes before whatever reads a form.</summary>
    public static IApplicationBuilder UseReadableNulls(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true) request.Body = new Form(request.Body);
        return next(context);
    });

    /// <summary>A form's bytes, with <c>%01</c> for <c>%00</c>, also where a read ends in the middle of it.</summary>
    private sealed class Form(Stream sent) : Stream
    {
        // How much of %00 stands at the end of what was read so far.
        private int matched;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await sent.ReadAsync(buffer, cancellationToken);
            MakeReadable(buffer.Span[..read]);
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = sent.Read(buffer, offset, count);
            MakeReadable(buffer.AsSpan(offset, read));
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private void MakeReadable(Span<byte> bytes)
        {
            foreach (ref var b in bytes)
            {
                if (matched == 2 && b == '0') (b, matched) = ((byte)'1', 0);
                else matched = matched == 1 && b == '0' ? 2 : b == '%' ? 1 : 0;
            }
        }
    }
}
