using System.Net;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Host.Security;

/// <summary>Section <c>Proxy</c>: the reverse proxies whose X-Forwarded headers are trusted.</summary>
[SettingsSection("Proxy", 60)]
public sealed class ProxyOptions
{
    /// <summary>Addresses and networks, separated by semicolons; empty where browsers come here themselves.</summary>
    [Setting("addresses or networks of the proxies before the site, separated by semicolons; only their X-Forwarded-For and X-Forwarded-Proto count", "前面的反向代理的地址或网段，几个用分号隔开；只有它们说的来源地址和 https 算数")]
    public string Known { get; set; } = "";

    /// <summary>How many proxies stand in a row.</summary>
    [Setting("how many proxies stand in a row, 1 to 5", "前后有几层代理，1 到 5")]
    public int Hops { get; set; } = 1;

    /// <summary>The networks that are meant; null where one cannot be read.</summary>
    public IReadOnlyList<IPNetwork>? Networks
    {
        get
        {
            var networks = new List<IPNetwork>();
            foreach (var word in Known.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (IPNetwork.TryParse(word, out var network)) networks.Add(network);
                else if (IPAddress.TryParse(word, out var address)) networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
                else return null;
            }
            return networks;
        }
    }
}
