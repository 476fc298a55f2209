namespace InterviewPrep.Tests.Support;

/// <summary>The program run by an account that is not root, which no folder's mode stops.</summary>
internal static class OtherAccount
{
    /// <summary>An account without any right of its own.</summary>
    private const string Nobody = "65534";

    /// <summary>What to put before a command; nothing where the tests themselves run without root's rights.</summary>
    public static string[] Wrapper => IsRoot ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"] : [];

    public static bool IsRoot => Environment.UserName == "root";
}
