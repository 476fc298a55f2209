using InterviewPrep.Web.Content;

namespace InterviewPrep.Tests.Content;

/// <summary>How a real room is set: read as written, and refused where its settings contradict one another.</summary>
public sealed class LayoutTests : IDisposable
{
    public const string File = "layouts/usual.md";

    public const string Usual = """
        ---
        title: 三题十五分钟
        questions: 3
        minutes: 15
        reading: 0
        thinking: 90
        answering: 180
        clock: shared
        present: choice
        reminders: [2]
        says:
          enter: 考生您好，共{questions}道题，时间{minutes}分钟。
          start: 现在开始计时。
          remind: 还剩{left}分钟。
          stop: 时间到。
          leave: 请到候分室等候。
        ---

        常见的一种。

        """;

    private const string Group = "reminders: []\ngroup:\n  comment: 2\n  reply: 1\n  order: [ABC, BCA, CAB]";

    private readonly SampleFolder sample = new();

    public LayoutTests() => sample.Write(File, Usual);

    public void Dispose() => sample.Dispose();

    [Fact]
    public void It_is_read_as_written_and_speaks_with_its_numbers()
    {
        var (library, problems) = sample.Load();

        problems.Should().BeEmpty();
        var layout = library.FindLayout("usual")!;
        layout.Should().BeEquivalentTo(new { Questions = 3, Minutes = 15, WholeMinutes = 15, Thinking = 90, Answering = 180, SharesClock = true, Present = Presentations.Choice, Group = (GroupTurns?)null });
        layout.Reminders.Should().Equal(2);
        layout.Say(layout.Says.Enter).Should().Be("考生您好，共3道题，时间15分钟。");
        layout.Say(layout.Says.Remind, 2).Should().Be("还剩2分钟。");
    }

    [Fact]
    public void A_group_has_turns_and_stops_each_candidate()
    {
        sample.Replace(File, "reminders: [2]", Group);
        sample.Replace(File, "clock: shared", "clock: per-question");

        var (library, problems) = sample.Load();

        problems.Should().BeEmpty();
        library.FindLayout("usual")!.Group.Should().BeEquivalentTo(new { Comment = 2, Reply = 1, People = 3 });
        library.FindLayout("usual")!.SharesClock.Should().BeFalse();
    }

    [Theory]
    [InlineData("answering: 180", "answering: 300", "thinking and answering take 1170 seconds; 15 minutes are 900")]
    [InlineData("reminders: [2]", "reminders: [15]", "a reminder comes between 1 and 14 minutes before the end")]
    [InlineData("reminders: [2]", "reminders: [early]", "whole numbers of minutes")]
    [InlineData("  remind: 还剩{left}分钟。\n", "", "“remind” is missing")]
    [InlineData("present: choice", "present: material-then-heard", "a material that is read first needs minutes of “reading”")]
    [InlineData("present: choice", "present: sung", "“sung” is not one of")]
    [InlineData("clock: shared", "clock: sand", "“sand” is not one of")]
    [InlineData("thinking: 90", "thinking: 900", "whole number from 0 to 300")]
    [InlineData("reading: 0\n", "reading: 0\nsheet: 题本\n", "“sheet” is not a key")]
    [InlineData("reminders: [2]", Group, "“clock” is per-question")]
    [InlineData("reminders: [2]", "reminders: [2]\ngroup:\n  comment: 2\n  reply: 1\n  order: [ABC, BCA]", "“order” names the same people once for each of 3 questions")]
    public void A_contradiction_is_named(string find, string replacement, string reason)
    {
        sample.Replace(File, find, replacement);

        sample.Problems().Should().Contain(p => p.File == File && p.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("minutes: 15", "minutes: 12", "2 questions in 10 minutes; the layout “三题十五分钟” has 3 in 12")]
    [InlineData("reading: 0", "reading: 15", "and no question has one")]
    public void A_paper_is_held_to_its_layout(string find, string replacement, string reason)
    {
        sample.Replace("papers/three.md", "minutes: 10", "minutes: 10\nexam: 省考\nlayout: usual");
        if (find == "reading: 0") sample.Replace(File, "present: choice", "present: material-then-heard");
        sample.Replace(File, find, replacement);

        sample.Check("papers/three.md").Should().Contain(reason);
    }

    [Fact]
    public void A_paper_asks_what_its_exam_asks_and_no_more_than_its_minutes_hold()
    {
        sample.Replace("papers/three.md", "minutes: 10", "minutes: 10\nexam: 省考\nlayout: usual");
        sample.Replace(SampleFolder.Question, "difficulty: 2", "difficulty: 5\nexams: [教师]\ntheme: 交通出行");
        sample.Write(File, Usual.Replace("questions: 3", "questions: 2", StringComparison.Ordinal).Replace("minutes: 15", "minutes: 10", StringComparison.Ordinal));
        sample.Replace("questions/analysis/open-lawn.md", "difficulty: ", "difficulty: 4 # ");

        sample.Check("papers/three.md").Should().Contain("the question “bus-stop” is usual in 教师, not in 省考")
            .And.Contain("difficulties of 4+5 are too much for 10 minutes; 7 in all fit");
    }
}
