using InterviewPrep.Web.Features.Paper.Layout;
using InterviewPrep.Web.Features.Paper.MarkedAnswers;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Features.Reports.Export;

/// <summary>The answers of an assignment on paper, on the screen, in print and as a Word file.</summary>
public static class MarkedPapers
{
    /// <param name="kind">One of <see cref="MarkedPaper.Kinds"/>.</param>
    /// <param name="query">What was chosen of paper and type; empty for the usual.</param>
    public static SheetDocument Document(AssignmentExport export, IEnumerable<ExportedAnswer> answers, string kind, IQueryCollection query, SiteTime time) =>
        MarkedPaper.Document(export.Assignment.Title, kind, answers.Select(a => Of(export, a, time)), MarkedPaper.Choices(query));

    private static MarkedPaper Of(AssignmentExport export, ExportedAnswer a, SiteTime time) => new(
        $"{a.Learner.Number} {a.Learner.Name} · {export.Assignment.Title} · 第 {a.Submission.AttemptNumber} 次提交 · {time.Long(a.Submission.HandedInAt)}{(a.Attempt.IsLate ? "（迟交）" : "")} · {(export.Assignment.Release is null ? "未发布" : "已发布")}".Trim(),
        a.Question, a.Prompt, a.Stages, a.Pinned, a.Pages, a.Mark?.Rubric, a.Mark?.Scores ?? [], a.Mark?.Total, a.Mark?.Remark ?? "");
}
