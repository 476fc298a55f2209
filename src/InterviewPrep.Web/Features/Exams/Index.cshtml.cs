using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>All papers.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class IndexModel(AppDb db, ContentLibrary content, CurrentPerson person, TimeProvider time) : PageModel
{
    /// <summary>Sittings that go on.</summary>
    public IReadOnlyList<OpenSitting> Open { get; private set; } = [];

    /// <summary>The papers by the exam that they follow, in the usual order of exams; those of none stand last.</summary>
    public IEnumerable<(string Exam, IReadOnlyList<ExamPaper> Papers)> ByExam => InterviewPrep.Web.Content.Exams.All.Append("")
        .Select(e => (e.Length > 0 ? e : "不分考试", (IReadOnlyList<ExamPaper>)[.. content.Papers.Where(p => p.Exam == e)])).Where(e => e.Item2.Count > 0);

    /// <summary>How the room is set, or the bare numbers where the paper follows no layout.</summary>
    public string LayoutOf(ExamPaper paper) => content.FindLayout(paper.Layout)?.Title ?? $"{paper.Questions.Count} 题 / {paper.Minutes} 分钟";

    public async Task OnGetAsync(CancellationToken ct) => Open = await db.OpenSittingsAsync(person.Id, time.GetUtcNow(), ct);
}
