using InterviewPrep.Web.Features.Classes;

namespace InterviewPrep.Web.Features.Handwriting;

public static class ScanQueries
{
    /// <summary>
    /// Pages that a person may see: those that he sent, those of his own answers, and those of answers that were handed in to an
    /// assignment of a class that he marks in; an administrator sees all of these last ones. A page in a tray is its sender's alone.
    /// </summary>
    public static IQueryable<ScanPage> VisibleTo(this IQueryable<ScanPage> pages, Guid? person, bool isAdministrator) =>
        pages.Where(p => (p.AnswerId == null && p.UploadedById == person) || p.Answer!.OwnerId == person
            || (p.Answer!.AttemptId != null && p.Answer.Attempt!.HandedInAt != null
                && (isAdministrator || p.Answer.Attempt.Assignment.Class.Members.Any(m => m.UserId == person && m.LeftAt == null && m.Role != ClassRole.Learner))));

    /// <summary>Pages of a person that wait to be placed.</summary>
    public static IQueryable<ScanPage> InTrayOf(this IQueryable<ScanPage> pages, Guid? person) =>
        pages.Where(p => p.UploadedById == person && p.AnswerId == null);

    public static IQueryable<ScannedAnswer> OwnedBy(this IQueryable<ScannedAnswer> answers, Guid? person) => answers.Where(a => a.OwnerId == person);
}
