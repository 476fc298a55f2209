namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Numbers for features: FNV-1a over 32-bit values, with the finish of MurmurHash3. Public domain, both.</summary>
internal static class FeatureHash
{
    public const uint Seed = 2166136261;

    private const uint Prime = 16777619;

    /// <summary>The number of a group: it keeps its features when others are added before it.</summary>
    public static uint Key(string id) => id.Aggregate(Seed, (hash, c) => Mix(hash, c));

    public static uint Mix(uint hash, uint value) => ((hash ^ (value & 0xFFFF)) * Prime ^ (value >> 16)) * Prime;

    /// <summary>Spreads the last values over all bits.</summary>
    public static uint Finish(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
