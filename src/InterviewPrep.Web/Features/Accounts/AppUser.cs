using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>An account. Its id is also the owner id of its drafts and progress.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    /// <summary>The name shown to the person and the teachers.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>学号, as the school writes it; empty where none is known.</summary>
    public string StudentNumber { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}
