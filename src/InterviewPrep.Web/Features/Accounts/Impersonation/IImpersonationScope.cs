using InterviewPrep.Web.Data;

namespace InterviewPrep.Web.Features.Accounts.Impersonation;

/// <summary>Whom a teacher may look as; told by the room that knows who teaches whom.</summary>
public interface IImpersonationScope
{
    IQueryable<AppUser> LearnersOf(Guid teacher);
}
