using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Looks in an answer for words that tell who the person at the site is.</summary>
public sealed class IdentityReader(AppDb db, CurrentPerson person)
{
    public async Task<IReadOnlyList<IdentityHit>> ReadAsync(DraftText text, string prompt, CancellationToken ct)
    {
        var profile = await db.Users.Where(u => u.Id == person.Id).Select(u => new { u.DisplayName, u.School, u.Unit, u.HomeTown }).SingleOrDefaultAsync(ct);
        return IdentityCheck.Find(text, profile is null ? [] : IdentityCheck.OfProfile(profile.DisplayName, profile.School, profile.Unit, profile.HomeTown), prompt);
    }
}
