namespace InterviewPrep.Web.Features.Drafts;

/// <summary>A version as thinning looks at it.</summary>
/// <param name="IsNamed">It has a name, given by the learner or by handing in, and stays for good.</param>
public sealed record VersionAge(int Id, DateTimeOffset SavedAt, bool IsNamed);

/// <summary>Which versions of a draft need not be kept any longer: the older they are, the fewer are kept.</summary>
public static class VersionThinning
{
    /// <param name="versions">The acknowledged versions of one draft, oldest first.</param>
    /// <returns>Ids of those to remove; never a named one, and never the newest.</returns>
    public static IReadOnlyList<int> Surplus(IReadOnlyList<VersionAge> versions, DateTimeOffset now)
    {
        var plain = versions.SkipLast(1).Where(v => !v.IsNamed).ToList();
        var surplus = plain.GroupBy(v => Slot(v, now)).SelectMany(slot => slot.SkipLast(1)).Select(v => v.Id).ToHashSet();
        var over = versions.Count - surplus.Count - DraftLimits.MostVersions;
        if (over > 0) surplus.UnionWith(plain.Where(v => !surplus.Contains(v.Id)).Take(over).Select(v => v.Id));
        return [.. surplus];
    }

    // Of the versions that share a slot the last one stays.
    private static (long, long) Slot(VersionAge version, DateTimeOffset now) => (now - version.SavedAt) switch
    {
        var age when age < DraftLimits.EveryVersion => (0, version.Id),
        var age when age < DraftLimits.HourlyVersions => (1, version.SavedAt.UtcTicks / TimeSpan.TicksPerHour),
        _ => (2, version.SavedAt.UtcTicks / TimeSpan.TicksPerDay),
    };
}
