using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Paper;

/// <summary>Everything that can be printed.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class IndexModel(AppDb db, ContentLibrary content, CurrentPerson person) : PageModel
{
    public sealed record Row(string Slug, string Title, string Type, int Difficulty);

    public IReadOnlyList<ExamPaper> Papers => content.Papers;

    public IReadOnlyList<Track> Tracks => content.Tracks;

    public IReadOnlyList<(string Type, IReadOnlyList<Row> Questions)> Questions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await db.Current(person.Id).AsNoTracking().OrderBy(q => q.Difficulty).ThenBy(q => q.Id)
            .Select(q => new Row(q.Slug, q.Title, q.Type, q.Difficulty)).ToListAsync(ct);
        Questions = [.. QuestionTypes.All.Select(t => (t, (IReadOnlyList<Row>)[.. rows.Where(r => r.Type == t)])).Where(t => t.Item2.Count > 0)];
    }
}
