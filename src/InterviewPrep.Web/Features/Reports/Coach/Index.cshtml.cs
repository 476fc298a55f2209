using System.Text;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Marking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Reports.Coach;

/// <summary>How often teachers and the coach agree on this school's answers, and what they disagree on as a file.</summary>
[Authorize(Policy = Policies.Marker)]
public sealed class IndexModel(JudgedAnswers judged) : PageModel
{
    /// <summary>The points that teachers judged.</summary>
    public IReadOnlyList<CoachAgreement> Rows { get; private set; } = [];

    /// <summary>All of them together.</summary>
    public CoachAgreement All => CoachAgreement.Sum("合计", Rows);

    /// <summary>How many answers the file would hold.</summary>
    public int Lines { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var answers = await judged.OfAsync(Marker.Of(User), ct);
        (Rows, Lines) = (CoachAgreement.Of(answers), Disagreements.Lines(answers).Count());
    }

    public async Task<IActionResult> OnGetLabelsAsync(CancellationToken ct) =>
        File(Encoding.UTF8.GetBytes(string.Concat(Disagreements.Lines(await judged.OfAsync(Marker.Of(User), ct)).Select(l => l + "\n"))), "application/jsonl", "school.jsonl");
}
