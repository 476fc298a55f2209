using System.Xml.Linq;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Paper.Choices;

namespace InterviewPrep.Web.Features.Paper.Layout;

/// <summary>A lesson for paper: its text, the exercise with lines, the self-checks, and the answers behind.</summary>
public static class LessonHandout
{
    private const int ExerciseLines = 5;

    /// <param name="showsExample">False while the reader has not written a sentence.</param>
    public static SheetDocument Document(Lesson lesson, Track track, SheetChoices choices, bool showsExample)
    {
        var metrics = new PageMetrics(choices);
        var pages = new Pagination(metrics, coded: false).Fill(Blocks(lesson, metrics, showsExample), new RestBlock(["记一记"]));
        return new SheetDocument(lesson.Title, choices,
            [.. pages.Select((blocks, i) => new SheetPage(lesson.Title, lesson.Title, $"{track.Title} · {lesson.Minutes} 分钟", "", i + 1, true, HandoutText.Joined(blocks), null))], []);
    }

    private static IEnumerable<Block> Blocks(Lesson lesson, PageMetrics metrics, bool showsExample)
    {
        var text = new HandoutText(metrics);
        yield return text.Whole(new XElement("p", new XAttribute("class", "lead"), lesson.Idea));
        foreach (var block in text.Html(lesson.BodyHtml)) yield return block;
        yield return new TaskBlock("练一句", lesson.Exercise.TaskHtml, text.Html(lesson.Exercise.TaskHtml, metrics.TextWidth), ExerciseLines, metrics.Pitch);
        yield return text.Whole(new XElement("h2", "自测"));
        foreach (var (check, i) in lesson.SelfChecks.Select((c, i) => (c, i)))
            yield return text.Whole(new XElement("div", new XElement("h3", $"{i + 1}. {check.Question}"),
                new XElement("ul", new XAttribute("class", "options"), check.Options.Select(o => new XElement("li", "□ " + o.Text)))));
        yield return text.Whole(new XElement("h2", new XAttribute("class", "behind"), "做完再看"));
        foreach (var (check, i) in lesson.SelfChecks.Select((c, i) => (c, i)))
        {
            var right = check.Options.First(o => o.IsRight);
            yield return text.Whole(new XElement("p", new XAttribute("class", "small"), new XElement("b", $"{i + 1}."), $" {right.Text}。{right.Reason}"));
        }
        if (showsExample) yield return text.Whole(new XElement("p", new XAttribute("class", "small"), new XElement("b", "练一句的范例"), "　" + lesson.Exercise.Example));
    }
}
