using InterviewPrep.Web.Data;

namespace InterviewPrep.Web.Features.Recall;

public static class RecallQueries
{
    public static IQueryable<RecallItem> OwnedBy(this IQueryable<RecallItem> items, Guid? owner) => items.Where(i => i.OwnerId == owner);

    /// <summary>Items that are to be asked on a day.</summary>
    public static IQueryable<RecallItem> DueOn(this IQueryable<RecallItem> items, DateOnly day) => items.Where(i => i.DueOn <= day);

    /// <summary>A person's answers since an instant, the last one first.</summary>
    public static IQueryable<RecallAnswer> AnswersSince(this AppDb db, Guid? owner, DateTimeOffset since) =>
        db.RecallAnswers.Where(a => a.Item.OwnerId == owner && a.At >= since).OrderByDescending(a => a.At).ThenByDescending(a => a.Id);
}
