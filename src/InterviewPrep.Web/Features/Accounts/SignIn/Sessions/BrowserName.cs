namespace InterviewPrep.Web.Features.Accounts.SignIn.Sessions;

/// <summary>What a browser says of itself, in words that its owner knows it by.</summary>
public static class BrowserName
{
    // In this order: later browsers carry the names of earlier ones.
    private static readonly (string Sign, string Name)[]
        Browsers = [("MicroMessenger", "微信"), ("DingTalk", "钉钉"), ("Edg", "Edge"), ("HuaweiBrowser", "华为浏览器"), ("QQBrowser", "QQ 浏览器"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")],
        Systems = [("HarmonyOS", "鸿蒙"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "安卓"), ("Windows", "Windows"), ("Macintosh", "Mac"), ("Linux", "Linux")];

    public static string Of(string agent) => $"{Find(Browsers, agent) ?? "浏览器"}，{Find(Systems, agent) ?? "设备类型不明"}";

    private static string? Find((string Sign, string Name)[] known, string agent) => known.FirstOrDefault(k => agent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
