using System.Globalization;
using System.Text;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Assignments.Calendar;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.StudyPlan;

/// <summary>The days up to the exam for a calendar program, as a file.</summary>
[AllowAnonymous]
public sealed class CalendarModel(StudyRecords records, ContentLibrary content, IOptions<SiteOptions> site, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var entries = DayPlan.Ahead(await records.ReadAsync(ct), content).Where(d => d.Items.Count > 0 || d.Kind == DayKind.Exam).Select(d => new CalendarEntry(
            $"plan-{d.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}@interviewprep", d.Kind == DayKind.Exam ? "面试考试" : $"面试练习：{DayWords.Summary(d)}",
            d.Kind == DayKind.Exam ? "" : $"约 {d.Minutes} 分钟", Request.Origin() + "/", now, 0, now)
        { Day = d.Day });
        return File(Encoding.UTF8.GetBytes(CalendarText.Write(site.Value.Name, entries, now)), "text/calendar; charset=utf-8", "plan.ics");
    }
}
