using InterviewPrep.Web.Content;
using InterviewPrep.Web.Content.Rules;

namespace InterviewPrep.Tests.Content;

/// <summary>Strict rules of what is no question, and of the bank as a whole.</summary>
public sealed class StrictBankTests : IDisposable
{
    private const string Frame = "frameworks/attitude-action-longterm.md", Lesson = "lessons/four-steps/first-words.md", Paper = "papers/three.md", Material = "materials/old-lift.md";

    private readonly SampleFolder sample = GuideQuestion.Folder();

    public void Dispose() => sample.Dispose();

    [Theory]
    [InlineData("态度大约三十五秒。", null)]
    [InlineData("态度大约四十秒。", "“态度大约四十秒” does not agree with the frame: 态度 takes 35 seconds")]
    [InlineData("态度说满130字。", null)]
    [InlineData("态度说满110字。", "“态度说满110字” does not agree with the frame: 态度 takes 35 seconds, 128 字")]
    [InlineData("| 一步 | 大约 | 字数 |\n| --- | --- | --- |\n| 行动 | 80 秒 | 290 字 |\n", null)]
    [InlineData("| 一步 | 大约 | 字数 |\n| --- | --- | --- |\n| 行动 | 80 秒 | 250 字 |\n", "行动 takes 80 seconds, 293 字")]
    [InlineData("态度六七十字。", null)]
    public void A_lesson_states_the_seconds_of_its_frame(string sentence, string? problem)
    {
        sample.Replace(Lesson, "## 说给考官听", sentence + "\n\n## 说给考官听");

        var said = sample.Check(Lesson);

        if (problem is null) said.Should().NotContain("does not agree");
        else said.Should().Contain(problem);
    }

    [Fact]
    public void A_frame_has_four_columns_and_the_seconds_that_are_taught()
    {
        sample.Replace(Frame, "seconds: 80", "seconds: 90");

        sample.Check(Frame).Should().Contain("the point attitude.face has no “counts”").And.Contain("no “half”")
            .And.Contain("行动 takes 90 seconds; 80 are taught").And.NotContain("态度 takes");
    }

    [Fact]
    public void A_paper_fits_its_layout()
    {
        sample.Write(LayoutTests.File, LayoutTests.Usual);
        sample.Check(Paper).Should().Contain("“exam” is missing").And.Contain("“layout” is missing");

        sample.Replace(Paper, "minutes: 10", "minutes: 10\nexam: 省考\nlayout: usual");

        sample.Check(Paper).Should().Contain("2 questions in 10 minutes; the layout “三题十五分钟” has 3 in 15").And.NotContain("is missing");
    }

    [Fact]
    public void A_material_is_long_enough_and_used()
    {
        sample.Write(Material, "---\ntitle: 一部老电梯\nreading: 3\ntheme: 住房社区\n---\n\n某小区的电梯用了二十二年。\n\n| 年 | 次 |\n|--|--|\n| 1 | 2 |\n\n另一张表。\n\n| 年 | 次 |\n|--|--|\n| 1 | 2 |\n");

        sample.Check(Material).Should().Contain("350 to 900 are needed").And.Contain("more than one table").And.Contain("fewer than two questions");
    }

    [Fact]
    public void Cards_say_their_situation() =>
        sample.Check("glossary/attitude.thank.md").Should().Contain("has no “情境：”");

    [Fact]
    public void The_bank_is_measured_as_a_whole()
    {
        var said = sample.Check("--strict");

        said.Should().Contain("questions:1: 3 questions; at least 200 are needed")
            .And.Contain("0 % of the second answers are whole")
            .And.Contain("voices speak in at least 5 %")
            .And.Contain("glossary:1: ")
            .And.Contain("papers have a question of 突发处置");
    }

    [Fact]
    public void The_table_counts_what_the_bank_holds_today()
    {
        var table = sample.Check("--table");

        table.Should().MatchRegex("示例一 +3 answers, [0-9]+–[0-9]+ 字, median [0-9]+ = [23]:[0-9]{2}; 0 below 450")
            .And.MatchRegex("voices of model answers +brisk 利落 1 · orderly 条理 1")
            .And.MatchRegex("themes +\\(none\\) 2 · 城市管理 1")
            .And.MatchRegex("follow-ups +[0-9]+, 2 with a reply")
            .And.MatchRegex("四步应对: of 2 questions expect +.*action.team 1");
    }

    [Fact]
    public void A_guessable_place_or_length_is_found()
    {
        static SelfCheck Item(params (string Text, bool IsRight)[] options) => new("", [.. options.Select(o => new SelfCheckOption(o.Text, "", o.IsRight))]);
        SelfCheck[] items =
        [
            Item(("短", false), ("这是最长的一个", true)),
            Item(("短", false), ("这是最长的一个", true), ("中等的", false)),
            Item(("一样", true), ("一样", false)),
            Item(("短", true), ("长一点", false)),
        ];

        SelfCheckRules.Places(items).Should().Equal((1, 50), (2, 50));
        SelfCheckRules.LongestShare(items).Should().Be(50);
    }

    [Fact]
    public void Standard_terms_do_not_count_in_a_shared_run()
    {
        const string copied = "我把整栋楼的电表整改问责回访台账再看一遍";
        sample.Replace(GuideQuestion.File, "半个月后我再回访一次", copied);
        sample.Replace(SampleFolder.Question, "没有就不受理", copied.Replace("台账", "", StringComparison.Ordinal));
        // 我把整栋楼的电表 and the terms behind it are 8 characters that count.
        sample.Problems().Should().BeEmpty();

        sample.Replace(SampleFolder.Question, "我把整栋楼的电表整改问责回访", "新办法里我把整栋楼的电表整改问责回访台账再看一遍又");

        sample.Problems().Should().ContainSingle().Which.Message.Should().Contain("shares “我把整栋楼的电表整改问责回访台账再看");
    }
}
