using InterviewPrep.Web.Features.Shared.Charts;

namespace InterviewPrep.Web.Features.Reports;

/// <summary>The charts of a question, from its picture.</summary>
public static class StatisticsCharts
{
    private const int MostPoints = 10;

    public static BarChart Elements(QuestionStatistics question) => new("各要素得分分布", "要素",
        [.. question.Elements.Select(e => (Element: e, All: Math.Max(1, e.Good + e.Fair + e.Poor))).Select(e => new Bar(e.Element.Name,
            [Part("好", e.Element.Good, e.All, "good"), Part("中", e.Element.Fair, e.All, "fair hatched"), Part("差", e.Element.Poor, e.All, "poor")],
            $"好 {e.Element.Good} · 中 {e.Element.Fair} · 差 {e.Element.Poor}，平均 {e.Element.MeanPercent:0}%"))]);

    public static BarChart Stages(QuestionStatistics question) => new("各阶段写了的人数", "阶段",
        [.. question.Stages.Select(s => new Bar(s.Stage.Name, [Part("写了", s.Written, s.Of, $"stage s{s.Stage.Number}")],
            $"{s.Written}/{s.Of} 人写了，平均 {s.MeanZi:0} 字"))]);

    /// <summary>What the learners say of themselves: those who ticked anything when handing in.</summary>
    public static BarChart Ticked(QuestionStatistics question) => new("学员自己勾的采分点", "采分点",
        [.. question.Points.OrderBy(p => p.Ticked).Take(MostPoints).Select(p => new Bar(p.Point.Name, [Part("勾了", p.Ticked, p.Asked, $"stage s{p.StageNumber}")], $"{p.Ticked}/{p.Asked} 人勾了"))]);

    /// <summary>What the coach sees, the points first in which it sees least.</summary>
    /// <param name="address">Page of the answers behind a bar.</param>
    public static BarChart Coached(QuestionStatistics question, string address) => new("系统认出的采分点", "采分点",
        [.. question.Points.Take(MostPoints).Select(p => new Bar(p.Point.Name,
            [Part("说到了", p.Full, p.Of, $"stage s{p.StageNumber}"), Part("说了一半", p.Half, p.Of, "fair hatched"), Part("不算", p.Not, p.Of, "poor"), Part("没认出来", p.Unrecognised, p.Of, "ground")],
            $"说到 {p.Full} · 一半 {p.Half} · 不算 {p.Not} · 没认出来 {p.Unrecognised}", $"{address}?question={question.Order}&point={p.Point.Id}"))]);

    private static BarPart Part(string name, int count, int all, string look) => new(name, all == 0 ? 0 : (double)count / all, look, count.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
