using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InterviewPrep.Benchmarks;

/// <summary>
/// One kept connection over which one request follows the other. It does as little as a client can, because the measured program shares the
/// processor with it.
/// </summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[64 * 1024];
    private int start, end;

    /// <param name="address">The last number of the address from which it comes, so that no limit takes many clients for one.</param>
    public RawConnection(Uri site, byte address = 1)
    {
        socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, address]), 0));
        socket.Connect(site.Host, site.Port);
    }

    /// <summary>Sends a request and reads its answer whole.</summary>
    public (int Status, string Body) Send(ReadOnlySpan<byte> request, bool readsBody = false)
    {
        while (!request.IsEmpty) request = request[socket.Send(request)..];
        (start, end) = (0, 0);
        var head = ReadHead();
        var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var from = start;
        if (Header(head, "Content-Length: ") is { } length) Take(int.Parse(length, CultureInfo.InvariantCulture));
        else if (Header(head, "Transfer-Encoding: ") is not null) SkipChunks();
        return (status, readsBody ? Encoding.UTF8.GetString(buffer, from, start - from) : "");
    }

    public void Dispose() => socket.Dispose();

    /// <summary>The bytes of a request.</summary>
    public static byte[] Request(Uri site, string method, string path, string headers = "", string body = "") =>
        Encoding.UTF8.GetBytes($"{method} {path} HTTP/1.1\r\nHost: {site.Authority}\r\n{headers}{(method == "GET" ? "" : $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n")}\r\n{body}");

    private string ReadHead()
    {
        for (; ; Receive())
        {
            var at = buffer.AsSpan(start, end - start).IndexOf("\r\n\r\n"u8);
            if (at < 0) continue;
            var head = Encoding.ASCII.GetString(buffer, start, at + 2);
            start += at + 4;
            return head;
        }
    }

    private static string? Header(string head, string name)
    {
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : head[(at + name.Length)..head.IndexOf('\r', at)];
    }

    private void SkipChunks()
    {
        while (true)
        {
            int at;
            while ((at = buffer.AsSpan(start, end - start).IndexOf("\r\n"u8)) < 0) Receive();
            var size = int.Parse(Encoding.ASCII.GetString(buffer, start, at), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            start += at + 2;
            Take(size + 2);
            if (size == 0) return;
        }
    }

    private void Take(int count)
    {
        while (end - start < count) Receive();
        start += count;
    }

    private void Receive()
    {
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = socket.Receive(buffer.AsSpan(end));
        if (read == 0) throw new IOException("the connection was closed");
        end += read;
    }
}
