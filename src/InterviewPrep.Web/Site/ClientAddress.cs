using System.Net;
using System.Net.Sockets;

namespace InterviewPrep.Web.Site;

/// <summary>
/// Where a request comes from, for logs and limits: the one place that asks. Headers count only behind a configured proxy
/// (see <see cref="PublicEndpoint"/>), which puts its word into the connection's address.
/// </summary>
public static class ClientAddress
{
    private const int NetworkBytes = 8;

    public static string Of(HttpContext context) => Plain(context.Connection.RemoteIpAddress)?.ToString() ?? "";

    /// <summary>The address as limits count it: one IPv6 network of 64 bits is one customer.</summary>
    public static string Network(HttpContext context)
    {
        if (Plain(context.Connection.RemoteIpAddress) is not { } address) return "";
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, NetworkBytes) : address.ToString();
    }

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
