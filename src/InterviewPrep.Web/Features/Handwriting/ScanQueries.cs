using InterviewPrep.Web.Features.Classes;

namespace InterviewPrep.Web.Features.Handwriting;

public static class ScanQueries
{
    /// <summary>
    /// Pages that a person may see: those that wait in their tray, those of their own answers, practice that they brought for a learner, and
    /// those of answers that were handed in to an assignment of a class that they mark in; an administrator sees all of these last ones.
    /// </summary>
    public static IQueryable<ScanPage> VisibleTo(this IQueryable<ScanPage> pages, Guid? person, bool isAdministrator) =>
        pages.Where(p => (p.AnswerId == null && p.UploadedById == person) || p.Answer!.OwnerId == person
            || (p.AnswerId != null && p.Answer!.AttemptId == null && p.UploadedById == person)
            || (p.Answer!.AttemptId != null && p.Answer.Attempt!.HandedInAt != null
                && (isAdministrator || p.Answer.Attempt.Assignment.Class.Members.Any(m => m.UserId == person && m.LeftAt == null && m.Role != ClassRole.Learner))));

    /// <summary>
    /// Filed pages that a person may exchange, move and take out: practice of their own or that they brought, an own attempt's until it is
    /// handed in, and handed-in ones of the classes that they mark in.
    /// </summary>
    public static IQueryable<ScanPage> ArrangedBy(this IQueryable<ScanPage> pages, Guid? person) =>
        pages.Where(p => p.AnswerId != null
            && (p.Answer!.AttemptId == null
                ? p.Answer.OwnerId == person || p.UploadedById == person
                : p.Answer.Attempt!.ClosedAt == null
                    ? p.Answer.OwnerId == person
                    : p.Answer.Attempt.HandedInAt != null && p.Answer.Attempt.Assignment.Class.Members.Any(m => m.UserId == person && m.LeftAt == null && m.Role != ClassRole.Learner)));

    /// <summary>Pages of a person that wait to be placed.</summary>
    public static IQueryable<ScanPage> InTrayOf(this IQueryable<ScanPage> pages, Guid? person) =>
        pages.Where(p => p.UploadedById == person && p.AnswerId == null);

    public static IQueryable<ScannedAnswer> OwnedBy(this IQueryable<ScannedAnswer> answers, Guid? person) => answers.Where(a => a.OwnerId == person);
}
