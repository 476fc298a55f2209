using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Reports;

/// <summary>How the answers of an assignment turned out, question by question.</summary>
public sealed record AssignmentStatistics(IReadOnlyList<QuestionStatistics> Questions, HandInSummary HandIn);

/// <summary>Who has handed in, and the first few who have not.</summary>
public sealed record HandInSummary(int Learners, int HandedIn, int Absent, IReadOnlyList<string> Names)
{
    public const int MostNames = 12;
}

/// <param name="MeanPercent">Of the complete marks; null where there is none.</param>
public sealed record QuestionStatistics(
    Guid Id, int Order, string Title, int Count, int Marked, int Late, double? MeanPercent,
    IReadOnlyList<ElementStatistics> Elements, IReadOnlyList<StageStatistics> Stages, IReadOnlyList<PointStatistics> Points, IReadOnlyList<SharedPhrase> Phrases);

public sealed record ElementStatistics(string Name, int Good, int Fair, int Poor, double MeanPercent);

/// <param name="Written">Answers with words in this stage.</param>
/// <param name="Mentions">Of the stage's expected points, the share in which a cue was found.</param>
public sealed record StageStatistics(Stage Stage, int Written, int Of, double MeanZi, double Mentions);

/// <summary>An expected point, and in how many answers none of its cues was found: 未见, not a verdict.</summary>
public sealed record PointStatistics(ScoringPoint Point, int StageNumber, int Missed, int Of);

/// <summary>An answer as the picture needs it.</summary>
public sealed record AnswerFigures(DraftText Text, int Zi, bool IsLate, IReadOnlyList<ElementScore>? Scores, double? Total, RubricVersion? Rubric);

public static class StatisticsCalculator
{
    public static QuestionStatistics Of(Guid id, int order, QuestionRevision revision, Framework? framework, RubricVersion rubric, IReadOnlyList<AnswerFigures> answers)
    {
        var marked = answers.Where(a => a.Total is not null).ToList();
        var found = answers.Select(a => framework is null ? [] : a.Text.Values.SelectMany(t => Coach.Find(framework, t)).Select(m => m.Id).ToHashSet()).ToList();
        var expected = framework is null ? [] : revision.Points.Select(p => framework.FindPoint(p.Point)).OfType<ScoringPoint>().ToList();
        return new QuestionStatistics(id, order, revision.Question.Title, answers.Count, marked.Count, answers.Count(a => a.IsLate),
            marked.Count == 0 ? null : marked.Average(a => 100 * a.Total!.Value / a.Rubric!.Most),
            [.. rubric.Elements.Select(e => Element(e, marked))],
            [.. (framework?.Stages ?? []).Select(s => StageOf(s, answers, expected, found))],
            [.. expected.Select(p => new PointStatistics(p, framework!.FindStage(p.Stage)!.Number, found.Count(f => !f.Contains(p.Id)), answers.Count)).OrderByDescending(p => p.Missed)],
            SharedPhrases.Find([.. answers.Select(a => a.Text)], revision.Prompt));
    }

    private static ElementStatistics Element(AssessmentElement element, List<AnswerFigures> marked)
    {
        var points = marked.Select(m => m.Scores!.FirstOrDefault(s => s.Element == element.Key)?.Points).OfType<double>().ToList();
        var bands = points.CountBy(element.BandOf).ToDictionary();
        return new ElementStatistics(element.Name, bands.GetValueOrDefault(Band.Good), bands.GetValueOrDefault(Band.Fair), bands.GetValueOrDefault(Band.Poor),
            points.Count == 0 ? 0 : points.Average(p => 100 * p / element.Most));
    }

    private static StageStatistics StageOf(Stage stage, IReadOnlyList<AnswerFigures> answers, List<ScoringPoint> expected, List<HashSet<string>> found)
    {
        var own = expected.Where(p => p.Stage == stage.Id).ToList();
        var written = answers.Count(a => !string.IsNullOrWhiteSpace(a.Text.Of(stage.Id)));
        return new StageStatistics(stage, written, answers.Count, answers.Count == 0 ? 0 : answers.Average(a => SpeechText.CountZi(a.Text.Of(stage.Id))),
            own.Count == 0 || found.Count == 0 ? 0 : found.Average(f => (double)own.Count(p => f.Contains(p.Id)) / own.Count));
    }
}
