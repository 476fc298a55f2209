using System.Text.RegularExpressions;

namespace InterviewPrep.Web.Content;

/// <summary>Reads the weak answers of a question, each with the repair that follows it.</summary>
internal static partial class WeakAnswerParser
{
    private const string WeakHeading = "弱答案", RepairHeading = "修改";

    /// <summary>True for a section that belongs to weak answers.</summary>
    public static bool IsOwn(Section section) => IsWeak(section) || section.Heading == RepairHeading;

    public static List<WeakAnswer> WeakAnswers(IReadOnlyList<Section> sections, ProblemList problems)
    {
        var weak = new List<WeakAnswer>();
        for (var i = 0; i < sections.Count; i++)
        {
            if (IsWeak(sections[i])) weak.Add(WeakAnswer(sections[i], sections.Skip(i).FirstOrDefault(s => s.Heading == RepairHeading), problems));
        }
        return weak;
    }

    private static bool IsWeak(Section section) => section.Heading.StartsWith(WeakHeading, StringComparison.Ordinal);

    private static WeakAnswer WeakAnswer(Section section, Section? repair, ProblemList problems)
    {
        var text = MarkedText.Parse(section.Body, problems);
        if (text.Marks.Count == 0) problems.Add(section.Line, "a weak answer marks what is wrong with it");
        foreach (var mark in text.Marks)
        {
            if (!Faults.Knows(mark.Id)) problems.Add(section.Line, $"“{mark.Id}” is not a kind of fault");
            if (string.IsNullOrWhiteSpace(mark.Note)) problems.Add(section.Line, $"the fault “{text.Text.Substring(mark.Start, mark.Length)}” has no reason");
        }
        var title = AnswerParser.TitleOf(section, problems);
        if (repair is null || repair.Body.IsEmpty)
        {
            problems.Add(section.Line, "a weak answer needs “## 修改”: how it is repaired");
            return problems.Keep(new WeakAnswer(title, text, ""), section.Line);
        }
        var repairs = Items(repair.Body);
        if (repairs.Count > 0 && repairs.Count != text.Marks.Count)
            problems.Add(repair.Line, $"{repairs.Count} repairs for {text.Marks.Count} marked stretches; item n is what one says instead of stretch n");
        var whole = repairs.Count > 0 ? "" : QuestionParser.PlainText(repair.Body);
        return problems.Keep(new WeakAnswer(title, text, whole) { Repairs = repairs }, section.Line);
    }

    /// <summary>The items of a numbered list; none where the text is not such a list.</summary>
    private static List<string> Items(Body body)
    {
        var items = new List<string>();
        foreach (var line in body.Text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (ItemSyntax().Match(line) is { Success: true } item) items.Add(line[item.Length..]);
            // A line without a number goes on with the item before it.
            else if (items.Count > 0) items[^1] += line;
            else return [];
        }
        return items;
    }

    [GeneratedRegex(@"^\d+\.\s+")]
    private static partial Regex ItemSyntax();
}
