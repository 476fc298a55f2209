using System.Text.RegularExpressions;

namespace InterviewPrep.Web.Site;

/// <summary>Section <c>Site</c>: how the site is called, how it is reached, and in which time zone it lives.</summary>
[SettingsSection("Site", 40)]
public sealed partial class SiteOptions
{
    [Setting("name of the site, 1 to 30 characters", "网站的名字，1 到 30 个字")]
    public string Name { get; set; } = "知行面试";

    /// <summary>Name of the school, at the head of what is printed; empty for none.</summary>
    [Setting("name of the school at the head of printed sheets, at most 40 characters", "学校名称，印在答题纸页眉，最多 40 个字")]
    public string School { get; set; } = "";

    /// <summary>Path of a picture that stands before the school's name on paper; empty for none.</summary>
    [Setting("path of a .png or .jpg file that stands before the school's name on paper", "校徽，印在学校名称前面：一个 .png 或 .jpg 文件的路径")]
    public string Logo { get; set; } = "";

    /// <summary>Endings that a logo may have.</summary>
    public static readonly IReadOnlyDictionary<string, string> LogoTypes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
    };

    /// <summary>IANA name of the zone in which all dates are shown and all deadlines are meant.</summary>
    [Setting("IANA time zone in which dates are shown and deadlines are meant", "时区（IANA 名字）：日期怎么显示、截止按哪里的钟")]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>
    /// Address by which people reach the site: scheme, host and, where it is not the usual one, port. Empty where it is reached as it listens.
    /// </summary>
    [Setting("address by which people reach the site, without a path: https://lianxi.example.org; with https, plain http is sent on and passkeys work", "大家打开网站用的网址，不带路径，如 https://lianxi.example.org；写了 https，http 会转过去，通行密钥才能用")]
    public string Address { get; set; } = "";

    /// <summary>Whether browsers are told to come by https only for a year to come; for a site that stays on https.</summary>
    [Setting("true: browsers come by https only for a year to come, also to all names below this one", "true：浏览器一年之内只用 https 来，这个域名下面的名字也一样")]
    public bool Hsts { get; set; }

    /// <summary>Whether teachers, assistants and administrators come in by passkey only.</summary>
    [Setting("true: teachers, assistants and administrators sign in by passkey only; needs an https Site__Address", "true：老师、助教和管理员只能用通行密钥登录；要先有 https 的 Site__Address")]
    public bool StaffPasskey { get; set; }

    /// <summary>Whether browsers keep pages for use without a network. False also removes what they have kept.</summary>
    [Setting("false: browsers keep no pages for use without a network, and drop those that they have", "false：浏览器不再留着断网时用的页面，留着的也删掉")]
    public bool Offline { get; set; } = true;

    /// <summary>The address to print and to hand out.</summary>
    /// <param name="urls">Addresses that the program listens on.</param>
    public string PublicAddress(IEnumerable<string> urls) =>
        Address.Length > 0 ? Address.TrimEnd('/') : AnyHost().Replace(urls.FirstOrDefault() ?? "", "$1localhost").TrimEnd('/');

    [GeneratedRegex(@"(//)(\[::\]|0\.0\.0\.0|\+|\*)")]
    private static partial Regex AnyHost();
}
