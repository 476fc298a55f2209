using InterviewPrep.Web.Data;

namespace InterviewPrep.Web.Features.Accounts.Impersonation;

public static class ImpersonationQueries
{
    /// <summary>Stands for a learner who has just come and done nothing yet; anybody who teaches may look as them.</summary>
    public static readonly Guid NewLearner = Guid.Empty;

    /// <summary>
    /// The learners as whom somebody may look at the site: an administrator as any, a teacher as those of their classes. Never as
    /// somebody who has another role: that would be a way to more rights.
    /// </summary>
    public static IQueryable<AppUser> LearnersImpersonatedBy(this AppDb db, IImpersonationScope scope, Guid viewer, bool isAdministrator) =>
        (isAdministrator ? db.PlainLearners() : scope.LearnersOf(viewer)).Where(u => u.Id != viewer);
}
