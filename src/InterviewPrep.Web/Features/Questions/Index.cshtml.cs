using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>The question bank: search, filters, pages.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class IndexModel(AppDb db, CurrentPerson person, IQuestionProgress progress, QuestionSearch search) : PageModel
{
    private const int PageSize = 20;

    public sealed record Row(string Slug, string Title, string Type, int Difficulty, string Post, string Prompt, bool Done, SearchPlace Place);

    [BindProperty(SupportsGet = true)]
    public QuestionFilter Filter { get; set; } = new();

    public int Count { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Filter = Filter.WithoutUnknown();
        var owner = person.Id;
        var finished = progress.FinishedBy(owner);
        var found = await search.FindAsync(Filter.Apply(db.Current(owner).AsNoTracking(), finished), Filter.Q, owner, ct);
        Count = await ReadAsync("questions found", () => found.CountAsync(ct));
        Paging = Paging.Of(Request, Count, PageSize);
        Rows = await ReadAsync("question list", () => found.OrderBy(f => f.Place).ThenBy(f => f.Question.Difficulty).ThenBy(f => f.Question.Id).Skip(Paging.Skip).Take(PageSize)
            .Select(f => new Row(f.Question.Slug, f.Question.Title, f.Question.Type, f.Question.Difficulty, f.Question.Post,
                f.Question.Revisions.OrderByDescending(r => r.Number).First().Prompt,
                finished.Contains(f.Question.Id), f.Place))
            .ToListAsync(ct));
    }

    // What a search finds also depends on what is withheld at the moment, so it is not kept.
    private Task<T> ReadAsync<T>(string what, Func<Task<T>> read) => string.IsNullOrWhiteSpace(Filter.Q) ? db.CachedAsync((what, person.Id, Request.QueryString), read) : read();
}
