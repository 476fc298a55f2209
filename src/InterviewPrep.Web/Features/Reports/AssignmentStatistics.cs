using InterviewPrep.Web.Content;
using InterviewPrep.Web.Content.Coaching;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Reports;

/// <summary>How the answers of an assignment turned out, question by question.</summary>
public sealed record AssignmentStatistics(IReadOnlyList<QuestionStatistics> Questions, HandInSummary HandIn);

/// <summary>How many of the class have handed in, and the first few who have not.</summary>
/// <param name="Left">Who handed in and is no longer in the class.</param>
public sealed record HandInSummary(int Learners, int HandedIn, int Left, int Absent, IReadOnlyList<string> Names)
{
    public const int MostNames = 12;
}

/// <param name="OnPaper">Answers written by hand: nobody can read their words here, so they are in no figure about words.</param>
/// <param name="MeanPercent">Of the complete marks; null where there is none.</param>
/// <param name="Caveat">How far the coach's figures can be believed; empty where the frame is not known.</param>
public sealed record QuestionStatistics(
    Guid Id, int Order, string Title, int Count, int OnPaper, int Marked, int Late, double? MeanPercent,
    IReadOnlyList<ElementStatistics> Elements, IReadOnlyList<StageStatistics> Stages, IReadOnlyList<PointStatistics> Points, IReadOnlyList<SharedPhrase> Phrases, string Caveat);

public sealed record ElementStatistics(string Name, int Good, int Fair, int Poor, double MeanPercent);

/// <param name="Written">Answers with words in this stage.</param>
/// <param name="Of">Answers that are not on paper.</param>
public sealed record StageStatistics(Stage Stage, int Written, int Of, double MeanZi);

/// <summary>An expected point: how many learners say to have made it, and how the coach sees it in the answers. Neither is a verdict.</summary>
/// <param name="Ticked">Learners who ticked it when handing in.</param>
/// <param name="Asked">Learners who ticked anything.</param>
/// <param name="Not">Named only, refused, or told of others.</param>
/// <param name="Unrecognised">Not recognised; that is not the same as missing.</param>
public sealed record PointStatistics(ScoringPoint Point, int StageNumber, int Ticked, int Asked, int Full, int Half, int Not, int Unrecognised, int Of);

/// <summary>An answer as the statistics need it.</summary>
public sealed record AnswerFigures(DraftText Text, bool IsOnPaper, bool IsLate, IReadOnlyList<string> Ticks, IReadOnlyList<ElementScore>? Scores, double? Total, RubricVersion? Rubric);

public static class StatisticsCalculator
{
    public static QuestionStatistics Of(Guid id, int order, QuestionRevision revision, Framework? framework, RubricVersion rubric, List<AnswerFigures> answers)
    {
        var marked = answers.Where(a => a.Total is not null).ToList();
        var typed = answers.Where(a => !a.IsOnPaper).ToList();
        var readings = framework is null ? [] : typed.Select(a => AnswerReading.Of(framework, a.Text)).ToList();
        var expected = framework is null ? [] : revision.Points.Select(p => framework.FindPoint(p.Point)).OfType<ScoringPoint>().ToList();
        return new QuestionStatistics(id, order, revision.Question.Title, answers.Count, answers.Count - typed.Count, marked.Count, answers.Count(a => a.IsLate),
            marked.Count == 0 ? null : marked.Average(a => 100 * a.Total!.Value / a.Rubric!.Most),
            [.. rubric.Elements.Select(e => Element(e, marked))],
            [.. (framework?.Stages ?? []).Select(s => StageOf(s, typed))],
            [.. expected.Select(p => PointOf(p, framework!.FindStage(p.Stage)!.Number, typed, readings)).OrderByDescending(p => p.Unrecognised + p.Not)],
            SharedPhrases.Find([.. typed.Select(a => a.Text)], revision.Prompt), framework is null ? "" : PointStates.Caveat(framework));
    }

    private static ElementStatistics Element(AssessmentElement element, List<AnswerFigures> marked)
    {
        var points = marked.Select(m => m.Scores!.FirstOrDefault(s => s.Element == element.Key)?.Points).OfType<double>().ToList();
        var bands = points.CountBy(element.BandOf).ToDictionary();
        return new ElementStatistics(element.Name, bands.GetValueOrDefault(Band.Good), bands.GetValueOrDefault(Band.Fair), bands.GetValueOrDefault(Band.Poor),
            points.Count == 0 ? 0 : points.Average(p => 100 * p / element.Most));
    }

    private static PointStatistics PointOf(ScoringPoint point, int stage, List<AnswerFigures> answers, List<AnswerReading> readings)
    {
        var states = readings.ConvertAll(r => r.Best(point.Id)?.State);
        return new PointStatistics(point, stage, answers.Count(a => a.Ticks.Contains(point.Id)), answers.Count(a => a.Ticks.Count > 0),
            states.Count(s => s == FindingState.Full), states.Count(s => s == FindingState.Half), states.Count(s => s > FindingState.Half), states.Count(s => s is null), answers.Count);
    }

    private static StageStatistics StageOf(Stage stage, List<AnswerFigures> answers) =>
        new(stage, answers.Count(a => !string.IsNullOrWhiteSpace(a.Text.Of(stage.Id))), answers.Count, answers.Count == 0 ? 0 : answers.Average(a => SpeechText.CountZi(a.Text.Of(stage.Id))));
}
