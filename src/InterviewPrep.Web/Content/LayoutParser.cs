using System.Globalization;

namespace InterviewPrep.Web.Content;

/// <summary>Reads <c>content/layouts/*.md</c>.</summary>
internal static class LayoutParser
{
    private const string Shared = "shared", PerQuestion = "per-question";

    public static RoomLayout? Parse(SourceFile file, ContentReading reading)
    {
        var problems = new ProblemList(file, reading);
        var (front, body) = FrontMatter.Read(file, problems);
        if (front is null) return null;
        var layout = new RoomLayout(file.Slug, front.Text("title"), front.Number("questions", 1, 10), front.Number("minutes", 5, 60), body.Text.Trim())
        {
            Reading = front.Number("reading", 0, 30),
            Thinking = front.Number("thinking", 0, 300),
            Answering = front.Number("answering", 30, 600),
            SharesClock = front.OneOf("clock", [Shared, PerQuestion], required: true) != PerQuestion,
            Present = front.OneOf("present", Presentations.All, required: true),
            Reminders = Minutes(front, problems),
            FollowUps = front.Keys.Contains("followups") ? front.Number("followups", 0, 5) : 0,
            Group = Turns(front),
            Says = Sentences(front),
        };
        front.RefuseUnknownKeys();
        Agree(layout, front, problems);
        return problems.Keep(layout, front.Line);
    }

    private static IReadOnlyList<int> Minutes(FrontMatter front, ProblemList problems)
    {
        var words = front.Words("reminders");
        if (words.Any(w => !int.TryParse(w, CultureInfo.InvariantCulture, out _))) problems.Add(front.LineOf("reminders"), "“reminders” must be whole numbers of minutes");
        return [.. words.Select(w => int.TryParse(w, CultureInfo.InvariantCulture, out var minutes) ? minutes : 1)];
    }

    private static GroupTurns? Turns(FrontMatter front)
    {
        if (!front.Keys.Contains("group") || front.Map("group") is not { } group) return null;
        var turns = new GroupTurns(group.Number("comment", 1, 5), group.Number("reply", 1, 5), group.Words("order"));
        group.RefuseUnknownKeys();
        return turns;
    }

    private static RoomSentences Sentences(FrontMatter front)
    {
        if (front.Map("says") is not { } says) return new("", "", "", "", "", "");
        var sentences = new RoomSentences(says.Text("enter"), says.Text("start"), says.Text("next", required: false), says.Text("remind", required: false), says.Text("stop"), says.Text("leave"));
        says.RefuseUnknownKeys();
        return sentences;
    }

    /// <summary>The settings do not contradict one another.</summary>
    private static void Agree(RoomLayout layout, FrontMatter front, ProblemList problems)
    {
        void Check(bool wrong, string key, string message)
        {
            if (wrong) problems.Add(front.LineOf(key), message);
        }
        var needed = layout.Questions * (layout.Thinking + layout.Answering);
        Check(needed > layout.Minutes * 60, "answering", $"thinking and answering take {needed} seconds; {layout.Minutes} minutes are {layout.Minutes * 60}");
        Check(layout.Reminders.Any(m => m < 1 || m >= layout.Minutes), "reminders", $"a reminder comes between 1 and {layout.Minutes - 1} minutes before the end");
        Check(layout.Reminders.Count > 0 && layout.Says.Remind.Length == 0, "says", "“remind” is missing");
        Check(layout.Present == Presentations.MaterialThenHeard && layout.Reading == 0, "reading", "a material that is read first needs minutes of “reading”");
        if (layout.Group is not { } group) return;
        Check(layout.SharesClock, "clock", "candidates of a group are stopped one by one; “clock” is per-question");
        Check(group.Order.Count != layout.Questions || group.Order.Any(o => o.Length < 2 || !o.Order().SequenceEqual(group.Order[0].Order())), "group",
            $"“order” names the same people once for each of {layout.Questions} questions");
    }
}
