using System.IO.Compression;
using System.Text;
using InterviewPrep.Web.Features.Paper.MarkedAnswers;
using InterviewPrep.Web.Features.Paper.Word;
using InterviewPrep.Web.Features.Shared.Spreadsheets;
using InterviewPrep.Web.Site;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Reports.Export;

/// <summary>Everything of an assignment as one ZIP, for the markers. While names are hidden no entry tells a name.</summary>
public static class AssignmentArchive
{
    public static byte[] Write(AssignmentExport export, SiteTime time, SheetWord word)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            void Add(string folder, string name, string extension, byte[] bytes)
            {
                var path = $"{folder}{SafeText.FileName(name)}{extension}";
                for (var n = 2; !taken.Add(path); n++) path = $"{folder}{SafeText.FileName(name)}（{n}）{extension}";
                using var entry = zip.CreateEntry(path, CompressionLevel.Optimal).Open();
                entry.Write(bytes);
            }

            var marks = MarksTable.Of(export, time);
            Add("", "成绩与作答", ".xlsx", Workbook.Write(marks));
            Add("", "成绩与作答", ".csv", marks.ToCsv());
            Add("", "采分点", ".csv", PointsTable.Of(export).ToCsv());
            Add("", "作答与批改", ".docx", word.Write(MarkedPapers.Document(export, export.Latest, MarkedPaper.Marked, QueryCollection.Empty, time)));
            Add("", "评分表", ".csv", Rubrics(export).ToCsv());
            Add("", "备注（只给批卷人看）", ".csv", Notes(export).ToCsv());
            foreach (var question in export.Assignment.Questions.OrderBy(q => q.Order))
                Add("题目/", $"第{question.Order}题 {question.Question.Title}", ".txt", Text(export.All.FirstOrDefault(a => a.Order == question.Order)?.Prompt ?? question.Question.Title));
            foreach (var answer in export.All)
                Add("作答/", $"{answer.Learner.Number} {answer.Learner.Name} 第{answer.Order}题 第{answer.Submission.AttemptNumber}次", ".txt", Text(Answer(answer, time)));
        }
        return stream.ToArray();
    }

    private static string Answer(ExportedAnswer answer, SiteTime time)
    {
        var text = new StringBuilder($"{answer.Question}\n第 {answer.Submission.AttemptNumber} 次提交，{MarksTable.Clock(time, answer.Submission.HandedInAt)}\n");
        if (answer.Pages.Count > 0) text.Append($"\n手写 {answer.Pages.Count} 页，照片在批改页和打印稿里。\n");
        foreach (var stage in answer.Stages.Where(s => s.Text.Length > 0 || answer.Pages.Count == 0)) text.Append($"\n【{stage.Stage.Name}】\n{stage.Text}\n");
        if (answer.Mark is { } mark)
        {
            text.Append($"\n【得分】{(mark.Total is { } total ? $"{total} / {mark.Rubric.Most}" : "还没有批完")}\n");
            foreach (var element in mark.Rubric.Elements) text.Append($"{element.Name} {answer.PointsOf(element.Key)} / {element.Most}\n");
            text.Append($"{mark.Remark}\n");
            foreach (var comment in answer.Comments) text.Append(MarksTable.Line(comment)).Append('\n');
        }
        return text.ToString();
    }

    private static Table Rubrics(AssignmentExport export) => new("评分表", ["题号", "第几版", "要素", "满分", "好（从）", "中（从）", "观察要点"],
        [.. export.Assignment.Questions.OrderBy(q => q.Order).SelectMany(q => q.Rubrics.OrderBy(r => r.Number).SelectMany(r => r.Elements.Select(IReadOnlyList<object?> (e) =>
            [q.Order, r.Number, e.Name, e.Most, e.GoodFrom, e.FairFrom, e.Looks])))]);

    private static Table Notes(AssignmentExport export) => new("备注", ["谁", "题号", "第几次提交", "分堆", "备注"],
        [.. export.All.Where(a => a.Mark is { } m && (m.PrivateNote.Length > 0 || m.Pile.Length > 0)).Select(IReadOnlyList<object?> (a) =>
            [a.Learner.Name, a.Order, a.Submission.AttemptNumber, a.Mark!.Pile, a.Mark.PrivateNote])]);

    private static byte[] Text(string text) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))];
}
