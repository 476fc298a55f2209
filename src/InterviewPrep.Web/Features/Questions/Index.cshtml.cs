using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>The question bank: search, filters, pages.</summary>
[AllowAnonymous]
public sealed class IndexModel(AppDb db, CurrentPerson person, IQuestionProgress progress) : PageModel
{
    private const int PageSize = 20;

    public sealed record Row(string Slug, string Title, string Type, int Difficulty, string Post, string Prompt, bool Done);

    /// <summary>Words that must all occur in title, prompt, post or field.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? Type { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? Theme { get; init; }

    /// <summary>Counts only beside a type that has forms.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Form { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? Exam { get; init; }

    [BindProperty(SupportsGet = true)]
    public int? Difficulty { get; init; }

    [BindProperty(SupportsGet = true)]
    public bool? Done { get; init; }

    public int Count { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<string> FormsOfType => Forms.Of(Type ?? "");

    private string? FormOfType => FormsOfType.Contains(Form ?? "") ? Form : null;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Type is { Length: > 0 } || Theme is { Length: > 0 } || Exam is { Length: > 0 } || Difficulty is not null || Done is not null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var owner = person.Id;
        var finished = progress.FinishedBy(owner);
        var found = db.Current(owner).AsNoTracking().Matching(Q);
        if (Type is { Length: > 0 }) found = found.Where(q => q.Type == Type);
        if (Theme is { Length: > 0 }) found = found.Where(q => q.Theme == Theme);
        if (FormOfType is { } form) found = found.Where(q => q.Form == form);
        if (Exam is { Length: > 0 } exam) found = found.UsualIn(exam);
        if (Difficulty is not null) found = found.Where(q => q.Difficulty == Difficulty);
        if (Done is { } done) found = found.Where(q => finished.Contains(q.Id) == done);

        Count = await found.CountAsync(ct);
        Paging = Paging.Of(Request, Count, PageSize);
        Rows = await found.OrderBy(q => q.Difficulty).ThenBy(q => q.Id).Skip(Paging.Skip).Take(PageSize)
            .Select(q => new Row(q.Slug, q.Title, q.Type, q.Difficulty, q.Post,
                q.Revisions.OrderByDescending(r => r.Number).First().Prompt,
                finished.Contains(q.Id)))
            .ToListAsync(ct);
    }
}
