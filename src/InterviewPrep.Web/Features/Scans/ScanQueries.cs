namespace InterviewPrep.Web.Features.Scans;

public static class ScanQueries
{
    /// <summary>
    /// Pages that a person may see: those that he sent and those of his own answers. Nobody else's, whatever the role;
    /// a teacher sees a learner's pages through the class that both are in.
    /// </summary>
    public static IQueryable<ScanPage> VisibleTo(this IQueryable<ScanPage> pages, Guid? person) =>
        pages.Where(p => p.UploadedById == person || p.Answer!.OwnerId == person);

    /// <summary>Pages of a person that wait to be placed.</summary>
    public static IQueryable<ScanPage> InTrayOf(this IQueryable<ScanPage> pages, Guid? person) =>
        pages.Where(p => p.UploadedById == person && p.AnswerId == null);

    public static IQueryable<ScannedAnswer> OwnedBy(this IQueryable<ScannedAnswer> answers, Guid? person) => answers.Where(a => a.OwnerId == person);
}
