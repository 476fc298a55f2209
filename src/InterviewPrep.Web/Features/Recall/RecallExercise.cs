using InterviewPrep.Web.Content;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Recall;

/// <summary>A small exercise: one scoring point, said for another question than the one in which it was missed.</summary>
/// <param name="Example">The sentence of the model answer that makes the point, with the point marked.</param>
public sealed record RecallExercise(RecallItem Item, ScoringPoint Point, Stage Stage, QuestionContent Question, MarkedText Example)
{
    /// <summary>Chooses the question: of the same type where there is one, never the one in which the point was missed, another one each time.</summary>
    /// <param name="withheld">Slugs of questions whose model answers the person may not see now.</param>
    /// <returns>Null where no question of the bank can ask for the point.</returns>
    public static RecallExercise? Choose(ContentLibrary content, RecallItem item, IReadOnlySet<string> withheld)
    {
        if (content.FindFramework(item.Framework) is not { } framework || framework.FindPoint(item.Point) is not { } point) return null;
        var askable = Askable(content, item, withheld).OrderBy(q => q.Slug, StringComparer.Ordinal).ToList();
        var alike = askable.Where(q => q.Type == item.Type).ToList();
        var choice = alike.Count > 0 ? alike : askable;
        if (choice.Count == 0) return null;
        var question = choice[(int)(((uint)item.Id * 7u + (uint)item.Repetitions) % (uint)choice.Count)];
        return new RecallExercise(item, point, framework.FindStage(point.Stage)!, question, ExampleOf(question, item.Point)!);
    }

    /// <summary>Whether some question of the bank can ask for the item's point; cheaper than to choose one.</summary>
    public static bool Exists(ContentLibrary content, RecallItem item, IReadOnlySet<string> withheld) =>
        content.FindFramework(item.Framework)?.FindPoint(item.Point) is not null && Askable(content, item, withheld).Any();

    private static IEnumerable<QuestionContent> Askable(ContentLibrary content, RecallItem item, IReadOnlySet<string> withheld) => content.Questions
        .Where(q => q.Framework == item.Framework && q.Slug != item.MissedIn && !withheld.Contains(q.Slug) && q.Material is null && q.Picture is null)
        .Where(q => q.Points.Any(p => p.Point == item.Point) && q.Answers.Any(a => a.Stages.Any(s => s.Text.Marks.Any(m => m.Id == item.Point))));

    /// <summary>The sentences of the first model answer in which a point is marked.</summary>
    private static MarkedText? ExampleOf(QuestionContent question, string point)
    {
        foreach (var text in question.Answers.SelectMany(a => a.Stages).Select(s => s.Text))
        {
            if (text.Marks.FirstOrDefault(m => m.Id == point) is not { } mark) continue;
            var (start, end) = (0, 0);
            foreach (var sentence in Sentences.Whole(text.Text))
            {
                if (end + sentence.Length <= mark.Start) start = end + sentence.Length;
                end += sentence.Length;
                if (end >= mark.Start + mark.Length) break;
            }
            return new MarkedText(text.Text[start..end].TrimEnd(), [mark with { Start = mark.Start - start }]);
        }
        return null;
    }
}
