using System.Globalization;
using InterviewPrep.Web.Features.Annotations;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Shared.Spreadsheets;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Features.Reports.Export;

/// <summary>Marks and answers, a row for each answer that counts.</summary>
public static class MarksTable
{
    private static readonly string[] AnonymousHeadings = ["抽签号"], NamedHeadings = ["学号", "姓名"];

    public static Table Of(AssignmentExport export, SiteTime time)
    {
        var sealedUp = export.Assignment.HidesNames;
        var elements = export.Assignment.Questions.OrderBy(q => q.Order).SelectMany(q => q.Rubric.Elements.Select(e => (q.Order, e.Key, Name: export.Assignment.Questions.Count > 1 ? $"第 {q.Order} 题 {e.Name}" : e.Name))).ToList();
        var stages = export.Latest.SelectMany(a => a.Stages.Select(s => (s.Stage.Id, s.Stage.Name))).Distinct().ToList();
        return new Table("成绩与作答",
            [.. sealedUp ? AnonymousHeadings : NamedHeadings, "题号", "题目", "第几次提交", "交卷时间", "迟交（分钟）", "字数", .. elements.Select(e => e.Name), "总分", "满分", "评语", "批注", .. stages.Select(s => s.Name), "发布"],
            [.. export.Latest.Select(IReadOnlyList<object?> (a) => [
                .. sealedUp ? new object?[] { a.Learner.Name } : [a.Learner.Number, a.Learner.Name], a.Order, a.Question, a.Submission.AttemptNumber, Clock(time, a.Submission.HandedInAt), Late(a.Attempt), a.Submission is { IsOnPaper: true, Zi: 0 } ? "手写" : a.Submission.Zi,
                .. elements.Select(e => e.Order == a.Order ? (object?)a.PointsOf(e.Key) : null), a.Mark?.Total, a.Mark?.Rubric.Most, a.Mark?.Remark ?? "",
                string.Join('\n', a.Comments.Select(Line)), .. stages.Select(s => (object?)a.Submission.Text.Of(s.Id)), export.Assignment.Release is null ? "未发布" : "已发布"])]);
    }

    /// <summary>A comment in one line, with the words that it is about.</summary>
    public static string Line(NumberedComment numbered) =>
        $"{AnnotatedAnswer.Number(numbered.Number)}{(numbered.Comment.Pin is { } pin ? $"（手写第 {pin.Page} 页）" : numbered.Comment.Length > 0 ? $"「{numbered.Comment.Snapshot}」" : "")}{numbered.Comment.Text}";

    /// <summary>As a spreadsheet sorts it.</summary>
    public static string Clock(SiteTime time, DateTimeOffset at) => time.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static int? Late(Attempt attempt) => attempt.Lateness is { } late ? (int)late.TotalMinutes : null;
}
