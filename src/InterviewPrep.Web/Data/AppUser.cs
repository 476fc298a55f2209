using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Data;

/// <summary>An account. Its id is also the owner id of its drafts and progress.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    /// <summary>Longest texts, in UTF-16 units.</summary>
    public const int LongestUserName = 50, LongestName = 60, LongestNumber = 40, LongestSchool = 60, LongestPlace = 60;

    /// <summary>Slowest and quickest own pace, in 字 per minute: beyond these nobody speaks.</summary>
    public const int SlowestRate = 80, FastestRate = 400;

    /// <summary>The name shown to the person and the teachers.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>学号, as the school writes it; empty where none is known.</summary>
    public string StudentNumber { get; set; } = "";

    /// <summary>The school that the person comes from; an answer must not name it, so that it can be looked for. Empty where not said.</summary>
    public string School { get; set; } = "";

    /// <summary>Where the person works or worked, looked for in the same way. Empty where not said.</summary>
    public string Unit { get; set; } = "";

    /// <summary>Where the person comes from, looked for in the same way. Empty where not said.</summary>
    public string HomeTown { get; set; } = "";

    /// <summary>Own pace in 字 per minute; null for the usual one.</summary>
    public int? SpeakingRate { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>
    /// Until when a password that was made for the person lets them in; null once they have one of their own. With such a password one can do
    /// nothing but choose another.
    /// </summary>
    public DateTimeOffset? InitialPasswordUntil { get; set; }

    /// <summary>Shut out by an administrator.</summary>
    public bool IsLocked(DateTimeOffset now) => LockoutEnd > now;
}
