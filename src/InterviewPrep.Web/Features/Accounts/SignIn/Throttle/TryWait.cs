namespace InterviewPrep.Web.Features.Accounts.SignIn.Throttle;

public static class TryWait
{
    /// <summary>A wait in words: 10 秒, 9 分钟.</summary>
    public static string Say(TimeSpan wait) => wait.TotalMinutes <= 1 ? $"{Math.Ceiling(wait.TotalSeconds)} 秒" : $"{Math.Ceiling(wait.TotalMinutes)} 分钟";
}
