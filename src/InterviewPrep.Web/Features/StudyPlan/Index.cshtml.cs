using InterviewPrep.Web.Content;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.StudyPlan;

/// <summary>The days up to the exam, as a list and as a calendar.</summary>
[AllowAnonymous]
public sealed class IndexModel(StudyRecords records, ContentLibrary content) : PageModel
{
    public StudyRecord Record { get; private set; } = null!;

    public IReadOnlyList<DayPlan> Days { get; private set; } = [];

    /// <summary>The weeks from this one to the last that is planned, from Monday on.</summary>
    public IEnumerable<IEnumerable<DateOnly>> Weeks
    {
        get
        {
            var first = Record.Today.AddDays(-(((int)Record.Today.DayOfWeek + 6) % 7));
            return Enumerable.Range(0, ((Days[^1].Day.DayNumber - first.DayNumber) / 7) + 1).Select(w => Enumerable.Range(0, 7).Select(d => first.AddDays((w * 7) + d)));
        }
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Record = await records.ReadAsync(ct);
        Days = DayPlan.Ahead(Record, content);
    }
}
