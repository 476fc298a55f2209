using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Exams;
using InterviewPrep.Web.Features.Goals;
using InterviewPrep.Web.Features.Recall;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.StudyPlan;

/// <summary>Reads what is known of who is asking.</summary>
public sealed class StudyRecords(AppDb db, ContentLibrary content, CurrentPerson person, CurrentGoal goal, DailyRecall recall, SiteTime time)
{
    /// <summary>Answers and days that are looked at; older ones change no plan.</summary>
    private const int MostAnswers = 400, ShownDays = 40, UnfinishedDays = 30;

    public async Task<StudyRecord> ReadAsync(CancellationToken ct)
    {
        var (owner, today) = (person.Id, time.Today);
        if (owner is null) return new StudyRecord(today);
        var known = await goal.ReadAsync(ct);
        var drafts = await db.CachedAsync(("study answers", owner), () => db.Drafts.AsNoTracking().OwnedBy(owner).Where(d => d.Zi > 0).OrderByDescending(d => d.SavedAt).Take(MostAnswers)
            .Select(d => new { d.Id, d.Question.Slug, d.Question.Title, d.Zi, d.SavedAt, d.FinishedAt, Score = d.SelfScore }).ToListAsync(ct));
        var answers = drafts.Where(d => d.FinishedAt is not null).OrderBy(d => d.FinishedAt)
            .Select(d => new AnsweredQuestion(d.Slug, d.Title, time.DayOf(d.FinishedAt!.Value), d.Score?.Ticks, d.Score?.Earned ?? 0, d.Score?.Total ?? 0) { Draft = d.Id, SavedAt = d.SavedAt, Zi = d.Zi }).ToList();
        var unfinished = drafts.FirstOrDefault(d => d.FinishedAt is null && d.SavedAt > time.Now - TimeSpan.FromDays(UnfinishedDays));
        var lessons = await db.CachedAsync(("study lessons", owner), () => db.LessonCompletions.Where(c => c.OwnerId == owner).Select(c => new { c.Lesson, c.At }).ToListAsync(ct));
        var sat = await db.CachedAsync(("papers sat", owner), () => db.ExamSittings.AsNoTracking().OwnedBy(owner).Where(s => s.Paper != "" && s.EndedAt != null).Select(s => new { s.Paper, s.EndedAt }).ToListAsync(ct));
        var graded = (await db.CachedAsync(("reviews", owner, today), () => db.AnswersSince(owner, time.Now - TimeSpan.FromDays(ShownDays)).Select(a => new { a.At, a.Grade }).ToListAsync(ct))).ConvertAll(a => (On: time.DayOf(a.At), a.Grade));
        var due = await db.CachedAsync(("reviews due", owner), () => db.RecallItems.OwnedBy(owner).GroupBy(i => i.DueOn).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct));
        // What is due is looked at one by one only where there is any: some points have no question left to ask them in.
        var left = due.Keys.Any(d => d <= today) ? (await recall.ReadAsync(owner, beyondCap: true, ct)).Left : 0;
        return new StudyRecord(today)
        {
            ExamDate = known?.ExamDate,
            Minutes = known?.MinutesADay ?? StudyGoal.UsualMinutes,
            Exam = known?.Exam ?? "",
            Answers = answers,
            Lessons = lessons.ToDictionary(l => l.Lesson, l => time.DayOf(l.At)),
            Papers = PapersDone(answers, sat.Select(s => (s.Paper, time.DayOf(s.EndedAt!.Value)))),
            DueReviews = left + graded.Count(g => g.On == today),
            ReviewsDueOn = due.Where(d => d.Key > today).ToDictionary(),
            Reviewed = [.. graded.Where(g => g.On == today).Select(g => g.Grade)],
            ReviewDays = graded.Where(g => g.On < today).Select(g => g.On).ToHashSet(),
            Withheld = await recall.WithheldAsync(owner, ct),
            Unfinished = unfinished is null ? null : new(unfinished.Id, unfinished.Slug, unfinished.Title, unfinished.Zi),
        };
    }

    // A paper is done on the day on which it was sat last, or else on which the last of its questions was answered for the first time.
    private Dictionary<string, DateOnly> PapersDone(IEnumerable<AnsweredQuestion> answers, IEnumerable<(string Paper, DateOnly On)> sat)
    {
        var first = answers.GroupBy(a => a.Slug).ToDictionary(g => g.Key, g => g.Min(a => a.On));
        return content.Papers.Where(p => p.Questions.All(first.ContainsKey)).Select(p => (Paper: p.Slug, On: p.Questions.Max(q => first[q]))).Concat(sat)
            .GroupBy(p => p.Paper).ToDictionary(g => g.Key, g => g.Max(p => p.On));
    }
}
