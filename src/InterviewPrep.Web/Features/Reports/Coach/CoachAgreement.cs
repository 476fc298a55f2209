using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Drafts;

namespace InterviewPrep.Web.Features.Reports.Coach;

/// <summary>How often teacher and coach say the same of a scoring point.</summary>
/// <param name="Both">Both say that it is there.</param>
/// <param name="OnlyTeacher">The coach passed it over.</param>
/// <param name="OnlyCoach">The coach sees what the teacher does not.</param>
/// <param name="Neither">Both say that it is not there.</param>
public sealed record CoachAgreement(string Name, int Stage, int Both, int OnlyTeacher, int OnlyCoach, int Neither)
{
    /// <summary>Answers of which a teacher has said whether the point is there.</summary>
    public int Judged => Both + OnlyTeacher + OnlyCoach + Neither;

    /// <summary>Share on which they agree, in per cent.</summary>
    public double Percent => 100.0 * (Both + Neither) / Judged;

    /// <summary>The points that teachers judged, of the frame with the most answers first, in the order of the frame.</summary>
    public static IReadOnlyList<CoachAgreement> Of(IReadOnlyList<JudgedAnswer> answers) =>
        [.. answers.Where(a => a.Verdicts.Count > 0).GroupBy(a => a.Framework).OrderByDescending(g => g.Count()).SelectMany(g => OfFrame(g.Key, [.. g]))];

    /// <summary>All of them together.</summary>
    public static CoachAgreement Sum(string name, IReadOnlyList<CoachAgreement> rows) =>
        new(name, 0, rows.Sum(r => r.Both), rows.Sum(r => r.OnlyTeacher), rows.Sum(r => r.OnlyCoach), rows.Sum(r => r.Neither));

    private static IEnumerable<CoachAgreement> OfFrame(Framework framework, List<JudgedAnswer> answers)
    {
        var said = answers.SelectMany(a =>
        {
            var found = AnswerReading.Of(framework, a.Text).Points.ToHashSet();
            return a.Verdicts.Select(v => (v.Point, v.IsMade, IsFound: found.Contains(v.Point)));
        }).ToLookup(s => s.Point);
        foreach (var stage in framework.Stages)
        {
            foreach (var point in stage.Points.Where(p => said.Contains(p.Id)))
            {
                int Count(bool made, bool found) => said[point.Id].Count(s => s.IsMade == made && s.IsFound == found);
                yield return new CoachAgreement(point.Name, stage.Number, Count(true, true), Count(true, false), Count(false, true), Count(false, false));
            }
        }
    }
}
