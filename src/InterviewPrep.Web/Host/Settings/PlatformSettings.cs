using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Host.Settings;

/// <summary>Settings that ASP.NET Core reads by itself. The classes describe them; nothing binds them.</summary>
[SettingsSection("", 0)]
internal sealed class PlatformSettings
{
    [Setting("where the program listens: http or https addresses with a port, separated by semicolons; http://0.0.0.0:5080 for other machines too",
        "在哪个地址和端口上等人来：http 或 https 加端口，几个用分号隔开；要让别的机器打得开，写 http://0.0.0.0:5080")]
    public string Urls { get; init; } = "http://localhost:5080";
}

[SettingsSection("", 50)]
internal sealed class HostSettings
{
    [Setting("host names by which the site is asked for besides that of Site__Address, separated by semicolons; *.example.org for all below a name",
        "除了 Site__Address，还有哪些网站名字可以用，几个用分号隔开；*.example.org 表示下面所有的")]
    public string AllowedHosts { get; init; } = "";
}

[SettingsSection("Logging:LogLevel", 80)]
internal sealed class LogLevelSettings
{
    [Setting("least level of a line in the log: Trace, Debug, Information, Warning, Error, Critical or None; Logging__LogLevel__Name for one source",
        "日志从哪一级写起：Trace、Debug、Information、Warning、Error、Critical、None；只改一个来源写 Logging__LogLevel__名字")]
    public string Default { get; init; } = "Information";
}

[SettingsSection("Logging:Console", 81)]
internal sealed class LogFormatSettings
{
    /// <summary>The formats that the platform knows.</summary>
    public static readonly string[] Formats = ["simple", "json", "systemd"];

    [Setting("form of the log's lines: simple, json or systemd", "日志一行怎么写：simple、json、systemd")]
    public string FormatterName { get; init; } = "simple";
}

[SettingsSection("Kestrel:Certificates:Default", 90)]
internal sealed class CertificateSettings
{
    [Setting("certificate for https without a proxy: a .pem or .pfx file", "不用代理、自己开 https 时的证书：.pem 或 .pfx 文件")]
    public string Path { get; init; } = "";

    [Setting("key of a .pem certificate", ".pem 证书的私钥文件")]
    public string KeyPath { get; init; } = "";

    [Setting("password of the certificate's file", "证书文件的密码")]
    public string Password { get; init; } = "";
}
