using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Impersonation;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>A teacher may look as the learners of the classes that they teach.</summary>
internal sealed class TaughtLearners(AppDb db) : IImpersonationScope
{
    public IQueryable<AppUser> LearnersOf(Guid teacher) => db.LearnersTaughtBy(teacher);
}
