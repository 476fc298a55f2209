using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace InterviewPrep.Tests.Support;

/// <summary>The line between a browser and the site, or between the site and its database. It can really be cut, slowed, or made to lose the answers.</summary>
public sealed class Wire : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> open = new();
    private readonly Uri site;
    private volatile bool cut, losesAnswers;
    private int bytesPerSecond = int.MaxValue;

    public Wire(Uri site)
    {
        this.site = site;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        _ = AcceptAsync();
    }

    /// <summary>Where the near end finds the far one.</summary>
    public Uri Address { get; }

    /// <summary>Breaks every connection and lets none through.</summary>
    public void Cut()
    {
        cut = true;
        Hang();
    }

    /// <summary>Lets requests through, and breaks the connection when the answer comes.</summary>
    public void LoseAnswers() => losesAnswers = true;

    public void SlowDown(int bytes)
    {
        bytesPerSecond = bytes;
        Hang();
    }

    public void Restore() => (cut, losesAnswers, bytesPerSecond) = (false, false, int.MaxValue);

    public void Dispose()
    {
        listener.Dispose();
        Hang();
    }

    private void Hang()
    {
        foreach (var client in open.Keys) client.Close();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var browser = client;
        using var server = new TcpClient();
        try
        {
            if (cut) return;
            open.TryAdd(browser, 0);
            open.TryAdd(server, 0);
            await server.ConnectAsync(site.Host, site.Port);
            await Task.WhenAny(PassAsync(browser, server, () => false), PassAsync(server, browser, () => losesAnswers));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Either side has gone.
        }
        finally
        {
            open.TryRemove(browser, out _);
            open.TryRemove(server, out _);
        }
    }

    private async Task PassAsync(TcpClient from, TcpClient to, Func<bool> loses)
    {
        var buffer = new byte[16 * 1024];
        for (int read; (read = await from.GetStream().ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, Math.Max(1, bytesPerSecond / 10))))) > 0;)
        {
            if (loses()) return;
            if (bytesPerSecond < int.MaxValue) await Task.Delay(TimeSpan.FromSeconds((double)read / bytesPerSecond));
            await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
