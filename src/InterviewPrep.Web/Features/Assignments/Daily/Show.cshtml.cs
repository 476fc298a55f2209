using System.Globalization;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Daily;

/// <summary>One list of 每日一练 with its questions and times; the days are set on a page of their own.</summary>
[Authorize(Policy = Policies.Teacher)]
public sealed class ShowModel(AppDb db, CurrentPerson person, SiteTime siteTime, TimeProvider time, QuestionSearch search) : PageModel
{
    public const int MostQuestions = 100, MostFound = 30;

    public sealed record QuestionRow(int Id, string Title, string Type);

    public sealed record ClassRow(Guid Id, string Name);

    public DailyTemplate Template { get; private set; } = null!;

    public IReadOnlyList<QuestionRow> Picked { get; private set; } = [];

    public IReadOnlyList<QuestionRow> Found { get; private set; } = [];

    public IReadOnlyList<ClassRow> Classes { get; private set; } = [];

    public string? Q { get; private set; }

    public string Hash => FormHash.Of(Template.Name, Template.QuestionIds, Template.OpensAt, Template.DueAt, Template.SkipsWeekends);

    public string Tomorrow => WallClock.Day(time.GetUtcNow().AddDays(1), siteTime.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(Guid id, string? q, CancellationToken ct) => await LoadAsync(id, q, ct) ? Page() : NotFound();

    /// <summary>Keeps the list; what is searched for is shown next.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string? name, int[] pick, TimeOnly? opensAt, TimeOnly? dueAt, bool skipsWeekends, string? q, CancellationToken ct)
    {
        if (!await LoadAsync(id, q, ct, pick)) return NotFound();
        var problem = this.IsOutdated(Hash) ? FormHash.ConflictMessage($"这张题单刚在别处改过：现在叫「{Template.Name}」，有 {Template.QuestionIds.Count} 题", "保存题单")
            : name?.Trim().Length is null or 0 or > DailySeries.LongestName ? $"题单名要有，最多 {DailySeries.LongestName} 个字符。"
            : ForbiddenCharacters.Find(name) is { } c ? $"题单名里有无法保存的字符（{c}），请删掉它。"
            : opensAt is null || dueAt is null ? "请写明开放和截止的钟点。"
            : pick.Length > MostQuestions ? $"一张题单最多 {MostQuestions} 题。" : null;
        if (problem is not null) return this.Refuse(problem);
        var known = await db.Current(person.Id).Where(x => pick.Contains(x.Id)).Select(x => x.Id).ToListAsync(ct);
        Template.Change(name!, [.. pick.Distinct().Where(known.Contains)], opensAt!.Value, dueAt!.Value, skipsWeekends);
        await db.SaveChangesAsync(ct);
        return Redirect($"/daily/{id}?q={Uri.EscapeDataString(Q ?? "")}");
    }

    private async Task<bool> LoadAsync(Guid id, string? q, CancellationToken ct, int[]? pick = null)
    {
        var me = person.Id!.Value;
        if (await db.DailyTemplates.SingleOrDefaultAsync(t => t.Id == id && t.OwnerId == me, ct) is not { } template) return false;
        (Template, Q) = (template, q);
        var ids = pick?.Distinct().Take(MostQuestions + 1).ToList() ?? template.QuestionIds.ToList();
        var picked = await db.Current(me).Where(x => ids.Contains(x.Id)).Select(x => new QuestionRow(x.Id, x.Title, x.Type)).ToListAsync(ct);
        Picked = [.. ids.Select(i => picked.FirstOrDefault(p => p.Id == i)).OfType<QuestionRow>()];
        var found = await search.FindAsync(db.Current(me).Where(x => !ids.Contains(x.Id)), Q, me, ct);
        Found = await found.OrderBy(f => f.Place).ThenBy(f => f.Question.Difficulty).ThenBy(f => f.Question.Id).Take(MostFound).Select(f => new QuestionRow(f.Question.Id, f.Question.Title, f.Question.Type)).ToListAsync(ct);
        Classes = await db.Classes.TaughtBy(me).Open().OrderByDescending(c => c.CreatedAt).Select(c => new ClassRow(c.Id, c.Name)).ToListAsync(ct);
        return true;
    }
}
