namespace InterviewPrep.Web.Features.Drafts;

/// <summary>How much text of one person is kept. A learner of two years has some sixty drafts and one megabyte.</summary>
public static class DraftLimits
{
    /// <summary>Bytes of all versions of all drafts of one person, the bin included; see <see cref="DraftVersion.Bytes"/>.</summary>
    public const int MostBytes = 50_000_000;

    /// <summary>Versions of one draft, those kept aside not counted. Beyond them the oldest that nothing protects make room.</summary>
    public const int MostVersions = 200;

    /// <summary>Versions of one draft with a name; they are never thinned out.</summary>
    public const int MostNamed = 100;

    /// <summary>Texts of one draft that lost a conflict.</summary>
    public const int MostAsides = 20;

    /// <summary>A text kept aside that is older than this makes room for a newer one.</summary>
    public static readonly TimeSpan AsideKept = TimeSpan.FromDays(30);

    /// <summary>Until this age every version is kept; then the last of each hour.</summary>
    public static readonly TimeSpan EveryVersion = TimeSpan.FromDays(7);

    /// <summary>From this age on only the last version of each day is kept.</summary>
    public static readonly TimeSpan HourlyVersions = TimeSpan.FromDays(30);

    /// <summary>What is said where a person's store is full.</summary>
    public static readonly string OverQuota = $"您存的文字到上限了（{MostBytes / 1_000_000} MB），没有保存。内容还在这台设备上；请在「我的作答」里彻底删除不用的稿，再按一次保存。";

    public static readonly string TooManyNamed = $"这一稿起了名字的版本已有 {MostNamed} 个，不能再多了。";

    public static readonly string TooManyAsides = $"这一稿里冲突的文字已留了 {MostAsides} 份，这一份没有留在「版本」里，只在这一页上。";
}
