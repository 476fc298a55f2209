using InterviewPrep.Web.Content.Rules;

namespace InterviewPrep.Web.Content.Counting;

/// <summary>What questions expect, and how much of it their answers mark.</summary>
internal static class PointLines
{
    public static void Write(CheckedBank bank, TableLines lines)
    {
        lines.Head("Expected points");
        lines.Counts("points a question (how many)", bank.Questions.Select(q => $"{q.Question.Points.Count} points:"));
        lines.Counts("weights (how many)", bank.Questions.SelectMany(q => q.Question.Points).Select(p => $"weight {p.Weight}:"));
        foreach (var frame in bank.Library.Frameworks)
        {
            var questions = bank.Questions.Where(q => q.Frame.Slug == frame.Slug).ToList();
            var points = questions.SelectMany(q => q.Question.Points).ToList();
            if (points.Count == 0) continue;
            var all = points.Sum(p => p.Weight);
            lines.Line($"{frame.Short}: share of weight", $"{string.Join(" · ", frame.Stages.Select(s => FormattableString.Invariant($"{s.Name} {Share.Of(points.Where(p => s.Points.Any(o => o.Id == p.Point)).Sum(p => p.Weight), all):0.0} %")))}");
            lines.Line($"{frame.Short}: of {questions.Count} questions expect", $"{string.Join(" · ", frame.Points.Select(p => $"{p.Id} {points.Count(e => e.Point == p.Id)}"))}");
        }
        Write(bank.Questions.Select(q => (q, q.Answers.FirstOrDefault(a => a.IsFirst))), "示例一 marks of them", lines);
        Write(bank.Questions.SelectMany(q => q.Answers.Where(a => !a.IsFirst).Select(a => (q, (CheckedAnswer?)a))), "示例二 marks of them", lines);
    }

    private static void Write(IEnumerable<(CheckedQuestion Question, CheckedAnswer? Answer)> pairs, string name, TableLines lines)
    {
        int expected = 0, marked = 0, weight = 0, markedWeight = 0;
        foreach (var (question, answer) in pairs)
        {
            var marks = answer?.Content.Stages.SelectMany(s => s.Text.Marks).Select(m => m.Id).ToHashSet() ?? [];
            var made = question.Question.Points.Where(p => marks.Contains(p.Point)).ToList();
            (expected, marked) = (expected + question.Question.Points.Count, marked + made.Count);
            (weight, markedWeight) = (weight + question.Question.Points.Sum(p => p.Weight), markedWeight + made.Sum(p => p.Weight));
        }
        lines.Line(name, $"{Share.Of(marked, expected):0} % (weighted {Share.Of(markedWeight, weight):0} %)");
    }
}
