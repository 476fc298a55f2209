using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>An answer of the bank that a learner scores for practice, with the points that its annotation has.</summary>
/// <param name="Key">Names it in the form.</param>
/// <param name="Text">Its text as a whole, without marks.</param>
/// <param name="Annotated">Of each point that it makes, the words that make it.</param>
/// <param name="Note">What was said about it beside the points.</param>
public sealed record CalibrationAnswer(string Key, string Title, string Text, IReadOnlyDictionary<string, string> Annotated, IReadOnlyList<string> Note);

/// <summary>A point on which learner and annotation differ.</summary>
/// <param name="Words">The words that make it; empty where the learner saw what the annotation does not have.</param>
public sealed record CalibrationDifference(string Point, bool IsMissed, string Words);

/// <summary>
/// A good and a weak answer of the bank, scored before the own one: where the learner and the annotation differ shows whether they score
/// too high or too low.
/// </summary>
public static class Calibration
{
    /// <summary>The answers to score: of the model answers the one that the comparison does not open with, and a weak one.</summary>
    public static IReadOnlyList<CalibrationAnswer> Of(QuestionRevision question, Framework framework)
    {
        var answers = new List<CalibrationAnswer>();
        var expected = question.Points.Select(p => p.Point).ToHashSet();
        if (question.Answers.OrderBy(a => a.Order).LastOrDefault() is { } good)
        {
            var marks = good.Stages.SelectMany(s => s.Text.Marks.Select(m => (m.Id, Words: s.Text.Text.Substring(m.Start, m.Length)))).Where(m => expected.Contains(m.Id));
            answers.Add(new CalibrationAnswer("good", "第一份", string.Join('\n', good.Stages.Select(s => s.Text.Text)), marks.DistinctBy(m => m.Id).ToDictionary(m => m.Id, m => m.Words), []));
        }
        if (question.WeakAnswers is [var weak, ..])
        {
            // Weak answers are annotated by their faults; which points they make is what the coach reads.
            var text = new DraftText(new Dictionary<string, string> { [framework.Stages[0].Id] = weak.Text.Text });
            var reading = AnswerReading.Of(framework, text);
            answers.Add(new CalibrationAnswer("weak", "第二份", weak.Text.Text, reading.Points.Where(expected.Contains).ToDictionary(p => p, p => reading.Best(p)!.Sentence),
                [.. weak.Text.Marks.Select(m => $"{Faults.Name(m.Id)}：{m.Note}")]));
        }
        return answers;
    }

    /// <summary>Where the learner's ticks and the annotation of an answer differ, in the order of the points.</summary>
    public static IReadOnlyList<CalibrationDifference> Differences(CalibrationAnswer answer, IEnumerable<string> points, IReadOnlyCollection<string> ticks) =>
        [.. points.Where(p => ticks.Contains(p) != answer.Annotated.ContainsKey(p)).Select(p => new CalibrationDifference(p, !ticks.Contains(p), answer.Annotated.GetValueOrDefault(p, "")))];
}
