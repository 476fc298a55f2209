using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.StudyPlan;

/// <summary>The question that a day takes, chosen for what it trains.</summary>
public static class QuestionChoice
{
    /// <summary>Whoever asks for another question is given one of so many before the first comes back.</summary>
    public const int Others = 5;

    /// <summary>What each reason weighs; a step of difficulty beside the fitting one takes one away.</summary>
    private const int TaughtFrame = 6, Promised = 5, WeakPoint = 5, OfExam = 4, NewType = 2, OtherType = 1;

    /// <summary>So much of the points made in the last answers asks for a step up; so little for a step down.</summary>
    private const double High = 0.75, Low = 0.4;

    private const int FirstDifficulty = 2, HighestDifficulty = 5, Judged = 3;

    /// <returns>Null where no question is left.</returns>
    public static PlanItem? Of(StudyRecord record, ContentLibrary content, int other = 0)
    {
        if (record.Unfinished is { } draft && other == 0)
            return new(PlanItemKind.Question, draft.Slug, draft.Title, DayPlan.QuestionMinutes, $"上次写了 {draft.Zi} 字，先把它写完。", $"/practice/{draft.Slug}?draft={draft.Draft}", "接着写");
        var answered = record.Answers.Select(a => a.Slug).ToHashSet();
        var open = content.Questions.Where(q => !record.Withheld.Contains(q.Slug) && !answered.Contains(q.Slug)).ToList();
        // Who has answered them all begins again with what was answered first.
        if (open.Count == 0) open = [.. record.Answers.Select(a => content.FindQuestion(a.Slug)).OfType<QuestionContent>().Where(q => !record.Withheld.Contains(q.Slug)).DistinctBy(q => q.Slug).Take(Others)];
        if (open.Count == 0) return null;

        var weak = PointShares.Weak(record.Answers, content);
        var taught = record.Lessons.Keys.Select(content.FindLesson).OfType<Lesson>().ToList();
        var latest = record.Lessons.Count == 0 ? null : content.FindLesson(record.Lessons.MaxBy(l => l.Value).Key);
        var frames = taught.Select(l => l.Framework).OfType<string>().ToHashSet();
        var types = record.Answers.Select(a => content.FindQuestion(a.Slug)?.Type).OfType<string>().ToList();
        var level = Difficulty(record, content);

        (int Score, string Why) Judge(QuestionContent question)
        {
            var hit = weak.FirstOrDefault(w => w.Framework == question.Framework && question.Points.Any(p => p.Point == w.Id));
            var promised = latest?.Questions.Contains(question.Slug) == true;
            var isNew = !types.Contains(question.Type);
            var ofExam = record.Exam.Length > 0 && question.Exams.Contains(record.Exam);
            var score = (frames.Count == 0 || frames.Contains(question.Framework) ? TaughtFrame : 0) + (promised ? Promised : 0) + (hit is null ? 0 : WeakPoint) + (ofExam ? OfExam : 0)
                + (isNew ? NewType : types.TakeLast(1).Contains(question.Type) ? 0 : OtherType) - Math.Abs(question.Difficulty - level);
            var why = hit is not null ? $"{hit.Words}，这题正考它。"
                : promised ? $"《{latest!.Title}》里学的，这题正用得上。"
                : isNew && types.Count > 0 ? $"「{QuestionTypes.Name(question.Type)}」您还没做过。"
                : ofExam ? $"{record.Exam}常考的一类，难度合适。" : "没做过的题里，难度最合适的一道。";
            return (score, why);
        }

        var ranked = open.Select(q => (Question: q, Judged: Judge(q))).OrderByDescending(q => q.Judged.Score).ThenBy(q => q.Question.Difficulty).ThenBy(q => q.Question.Slug, StringComparer.Ordinal).Take(Others).ToList();
        var (choice, (_, why)) = ranked[Math.Abs(other) % ranked.Count];
        return new(PlanItemKind.Question, choice.Slug, choice.Title, DayPlan.QuestionMinutes, $"选它：{why}", $"/practice/{choice.Slug}", "开始作答") { Type = choice.Type, Difficulty = choice.Difficulty };
    }

    /// <summary>The difficulty that fits: a step up from the last ones where they went well, a step down where they did not.</summary>
    public static int Difficulty(StudyRecord record, ContentLibrary content)
    {
        var last = record.Answers.Where(a => a.Total > 0).TakeLast(Judged).Select(a => (Share: (double)a.Earned / a.Total, content.FindQuestion(a.Slug)?.Difficulty)).Where(a => a.Difficulty is not null).ToList();
        if (last.Count == 0) return FirstDifficulty;
        var (share, before) = (last.Average(a => a.Share), (int)Math.Round(last.Average(a => a.Difficulty!.Value)));
        return Math.Clamp(before + (share >= High ? 1 : share < Low ? -1 : 0), 1, HighestDifficulty);
    }
}
