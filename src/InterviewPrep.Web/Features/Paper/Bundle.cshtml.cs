using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Paper.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Paper;

/// <summary>The sheets of several questions, as chosen: <c>?q=…&amp;q=…</c>.</summary>
[AllowAnonymous]
public sealed class BundleModel(SheetPrinting printing) : PageModel
{
    /// <summary>More pages than these questions make belong into a second print.</summary>
    public const int MostQuestions = 20;

    public const string Title = "练习题组";

    public SheetDocument Document { get; private set; } = null!;

    public string Word => "/sheets/set/word" + Document.Choices.Query() + "&" + new QueryBuilder(Questions.Select(q => KeyValuePair.Create("q", q))).ToString()[1..];

    private List<string> Questions { get; set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery] string[] q, CancellationToken ct)
    {
        Questions = [.. q.Distinct().Take(MostQuestions)];
        if (Questions.Count == 0) return Redirect("/sheets");
        if (await printing.OfQuestionsAsync(Title, Questions, SheetChoices.From(Request.Query), null, ct) is not { } document) return NotFound();
        Document = document;
        return Page();
    }
}
