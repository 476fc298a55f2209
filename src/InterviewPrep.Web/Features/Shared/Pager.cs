namespace InterviewPrep.Web.Features.Shared;

/// <summary>Where one is in a list of pages.</summary>
/// <param name="Page">Counted from 1.</param>
/// <param name="Address">Address of a page.</param>
public sealed record Pager(int Page, int Pages, Func<int, string> Address)
{
    public static int Count(int items, int size) => Math.Max(1, (items + size - 1) / size);
}
