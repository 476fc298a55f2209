using InterviewPrep.Web.Content;
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

    /// <summary>Words that must all occur in the question, its points or its model answers.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    /// <summary>Counts only beside a type that has forms.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Form { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? Exam { get; set; }

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
        // A word that stands in no list counts as not there, so that an old link still shows questions.
        if (!QuestionTypes.Knows(Type ?? "")) Type = null;
        if (!Themes.All.Contains(Theme)) Theme = null;
        if (!InterviewPrep.Web.Content.Exams.All.Contains(Exam)) Exam = null;
        var owner = person.Id;
        var finished = progress.FinishedBy(owner);
        var questions = db.Current(owner).AsNoTracking();
        if (Type is { Length: > 0 }) questions = questions.Where(q => q.Type == Type);
        if (Theme is { Length: > 0 }) questions = questions.Where(q => q.Theme == Theme);
        if (FormOfType is { } form) questions = questions.Where(q => q.Form == form);
        if (Exam is { Length: > 0 } exam) questions = questions.UsualIn(exam);
        if (Difficulty is not null) questions = questions.Where(q => q.Difficulty == Difficulty);
        if (Done is { } done) questions = questions.Where(q => finished.Contains(q.Id) == done);

        var found = await search.FindAsync(questions, Q, owner, ct);
        Count = await found.CountAsync(ct);
        Paging = Paging.Of(Request, Count, PageSize);
        Rows = await found.OrderBy(f => f.Place).ThenBy(f => f.Question.Difficulty).ThenBy(f => f.Question.Id).Skip(Paging.Skip).Take(PageSize)
            .Select(f => new Row(f.Question.Slug, f.Question.Title, f.Question.Type, f.Question.Difficulty, f.Question.Post,
                f.Question.Revisions.OrderByDescending(r => r.Number).First().Prompt,
                finished.Contains(f.Question.Id), f.Place))
            .ToListAsync(ct);
    }
}
