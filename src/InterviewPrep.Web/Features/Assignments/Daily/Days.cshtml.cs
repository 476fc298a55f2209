using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Daily;

/// <summary>The days of a list for one class, seen before they are set: single days can be left out, and the questions after them move on.</summary>
[Authorize(Policy = Policies.Teacher)]
public sealed class DaysModel(AppDb db, CurrentPerson person, SiteTime siteTime) : PageModel
{
    public sealed record ClassRow(Guid Id, string Name);

    [BindProperty(SupportsGet = true)] public Guid SchoolClass { get; set; }

    [BindProperty(SupportsGet = true)] public DateOnly? FirstDay { get; set; }

    /// <summary>Days on which the class does not practise.</summary>
    [BindProperty(SupportsGet = true)] public List<DateOnly> LeftOut { get; set; } = [];

    /// <summary>Id of the list that is set, so that two presses of the button set one.</summary>
    [BindProperty] public Guid Key { get; set; } = Guid.CreateVersion7();

    public DailyTemplate Template { get; private set; } = null!;

    public IReadOnlyList<ClassRow> Classes { get; private set; } = [];

    public DailyCalendar Calendar { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    /// <param name="action"><c>again</c> shows the days anew; else they are set.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string? action, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        if (action == "again") return RedirectToPage(new { id, SchoolClass, FirstDay = $"{FirstDay:yyyy-MM-dd}", LeftOut = LeftOut.Select(d => $"{d:yyyy-MM-dd}") });
        await Calendar.SetAsync(db, Template, SchoolClass, Key, siteTime, person.Id!.Value, ct);
        return Redirect($"/classes/{SchoolClass}/daily/{Key}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var me = person.Id;
        if (await db.DailyTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.OwnerId == me, ct) is not { } template) return false;
        Template = template;
        Classes = await db.Classes.TaughtBy(me).Open().OrderByDescending(c => c.CreatedAt).Select(c => new ClassRow(c.Id, c.Name)).ToListAsync(ct);
        var questions = await db.Current(me).Where(q => template.QuestionIds.Contains(q.Id)).Select(q => new DailyQuestion(q.Id, q.Slug, q.Title, q.Type)).ToListAsync(ct);
        var problem = Classes.All(c => c.Id != SchoolClass) ? "请选一个班级。"
            : questions.Count == 0 ? "题单里还没有题。"
            : FirstDay is null || FirstDay < siteTime.Today || FirstDay > siteTime.Today.AddYears(1) ? "第一天要写成日期，从今天起，一年之内。" : null;
        Calendar = problem is null ? DailyCalendar.Of(template, FirstDay!.Value, questions, LeftOut) : DailyCalendar.Empty;
        if (problem is not null) this.Refuse(problem, StatusCodes.Status400BadRequest);
        return true;
    }
}
