using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Shared.Spreadsheets;

namespace InterviewPrep.Web.Features.Reports.Export;

/// <summary>How each expected point stands in each answer that counts: what the teacher and the learner say, and what the coach sees, with its sentence.</summary>
public static class PointsTable
{
    private static readonly string[] AnonymousHeadings = ["抽签号"], NamedHeadings = ["学号", "姓名"];

    public static Table Of(AssignmentExport export) => new("采分点",
        [.. export.Assignment.HidesNames ? AnonymousHeadings : NamedHeadings, "题号", "采分点", "分值", "老师说", "学员勾选", "系统认出", "原句"],
        [.. export.Latest.Where(a => !a.Submission.IsOnPaper && a.Framework?.Coach is not null).SelectMany(a => Rows(a, export.Assignment.HidesNames))]);

    private static IEnumerable<IReadOnlyList<object?>> Rows(ExportedAnswer answer, bool sealedUp)
    {
        var reading = AnswerReading.Of(answer.Framework!, answer.Submission.Text);
        foreach (var (point, weight) in answer.Points)
        {
            var found = reading.Best(point.Id);
            var verdict = answer.Mark?.Points.FirstOrDefault(p => p.Point == point.Id);
            yield return [.. sealedUp ? new object?[] { answer.Learner.Name } : [answer.Learner.Number, answer.Learner.Name], answer.Order, point.Name, weight,
                verdict is null ? "" : verdict.IsMade ? "说到了" : "没说到", answer.Submission.Ticks.Contains(point.Id) ? "勾了" : "", PointStates.Name(found?.State), found?.Sentence ?? ""];
        }
    }
}
