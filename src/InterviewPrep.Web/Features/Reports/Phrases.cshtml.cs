using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Assignments.Manage;
using InterviewPrep.Web.Features.Marking.Exemplars;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Reports;

/// <summary>套话榜: phrases that many share, to be blessed or banned for the class.</summary>
[Authorize(Policy = Policies.Marker)]
public sealed class PhrasesModel(AppDb db, CurrentPerson person, AssignmentTabQuery tabs, StatisticsReader statistics, AttemptCloser closer, TimeProvider time) : AssignmentPage(db, person, tabs)
{
    /// <param name="IsBanned">Null where nothing was said about it.</param>
    public sealed record Row(string Phrase, int Count, int Of, bool? IsBanned);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(toManage: false, ct)) return NotFound();
        await closer.CloseAsync(AssignmentId, ct);
        var verdicts = await Db.PhraseVerdicts.AsNoTracking().Where(v => v.ClassId == ClassId).ToDictionaryAsync(v => v.Phrase, v => v.IsBanned, ct);
        Rows = [.. (await statistics.ReadAsync(Assignment, ct)).Questions.SelectMany(q => q.Phrases.Select(p => new Row(p.Phrase, p.Count, q.Count - q.OnPaper, verdicts.TryGetValue(p.Phrase, out var banned) ? banned : null)))
            .DistinctBy(r => r.Phrase).OrderBy(r => r.IsBanned == false).ThenByDescending(r => r.Count)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? phrase, bool bans, CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        var spoken = SpeechText.Spoken(phrase ?? "");
        if (spoken.Length is 0 or > PhraseVerdict.LongestPhrase || !ModelState.IsValid) return NotFound();
        var now = time.GetUtcNow();
        if (await Db.PhraseVerdicts.SingleOrDefaultAsync(v => v.ClassId == ClassId && v.Phrase == spoken, ct) is { } verdict) verdict.Become(bans, Me, now);
        else Db.Add(new PhraseVerdict(ClassId, spoken, bans, Me, now));
        await Db.SaveChangesAsync(ct);
        return Redirect(Address + "/phrases");
    }
}
