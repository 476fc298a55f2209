using System.Text.RegularExpressions;
using InterviewPrep.Web.Content.Rules;

namespace InterviewPrep.Tests.Content;

/// <summary>What the rules take for a branch, a signpost, a habit or dialect, and what only looks like it.</summary>
public sealed class PhrasesTests
{
    [Theory]
    [InlineData("如果属实，马上改。如果是误解，讲清楚。", 2)]
    [InlineData("一种情况，反映属实，就停用。另一种，大家误解了封口的原因。再一种，井水是老问题。", 3)]
    [InlineData("经查属实的，退款。与事实不符的，说明。若牵出早年的合同，分步办。", 3)]
    [InlineData("条件没备齐属实的，推后。家长误以为没人管的，讲清。", 2)]
    [InlineData("如果确实少发了，月底补上。", 1)]
    [InlineData("路确实远，绕行也确实不便。", 0)]
    [InlineData("不管怎样都要让大家看到，处理的过程没有一点含糊，免得以后又有人说我们一直都不属实。", 0)]
    public void Branches_open_where_the_ear_hears_them(string text, int count) => Branches.Count(text).Should().Be(count);

    [Theory]
    [InlineData("一是看记录，二是问经办人。", true)]
    [InlineData("第一步去现场，第二步查台账。", true)]
    [InlineData("先救人，随后报告，最后查原因。", true)]
    [InlineData("核实三件事。", true)]
    [InlineData("如果属实，就改。如果是误会，就讲。", true)]
    [InlineData("看记录，问人，量尺寸，再问一遍。", false)]
    public void Signposts_number_or_order(string text, bool isOrdered) => Signposts.IsOrdered(text).Should().Be(isOrdered);

    [Theory]
    [InlineData("要是下雨就改期", true)]
    [InlineData("主要是下雨", false)]
    [InlineData("只要是居民都可以", false)]
    public void Yaoshi(string text, bool isHabit) => Matches(Phrases.Suppose, text, isHabit);

    [Theory]
    [InlineData("先停用，再查。", true)]
    [InlineData("首先停用，再查。", false)]
    [InlineData("先停用。再查。", false)]
    [InlineData("王先生说再等等", false)]
    public void First_then(string text, bool isHabit) => Matches(Phrases.FirstThen, text, isHabit);

    [Theory]
    [InlineData("贴在楼道里", true)]
    [InlineData("念给他听", true)]
    [InlineData("补贴到账，服务贴心", false)]
    public void Props(string text, bool isHabit) => Matches(Phrases.Props, text, isHabit);

    [Theory]
    [InlineData("我头一个去", true)]
    [InlineData("回头一样一样看，街头一家店", false)]
    [InlineData("往后每月公布", true)]
    [InlineData("请大家往后退两米", false)]
    [InlineData("这事搁不得", true)]
    [InlineData("不能耽搁，也不能搁置", false)]
    [InlineData("他成心的", true)]
    [InlineData("形成心得", false)]
    public void Dialect(string text, bool isDialect) => Matches(Phrases.Dialect, text, isDialect);

    [Theory]
    [InlineData("哦，是这样。", true)]
    [InlineData("您说要两万？", true)]
    [InlineData("您是说不签？", true)]
    [InlineData("您说的我都记下了。", false)]
    [InlineData("您要是担心费用，我来算。", false)]
    public void The_other_sides_lines(string text, bool isTheirs) => Matches(Phrases.OtherSide, text, isTheirs);

    [Fact]
    public void Clauses_are_measured_in_zi()
    {
        var (mean, clipped) = Clauses.Measure(["我去看，看完三天内答复。", "不拖。"]);

        mean.Should().BeApproximately((3 + 7 + 2) / 3.0, 0.001);
        clipped.Should().BeApproximately(200 / 3.0, 0.001);
    }

    [Theory]
    [InlineData("130", 130)]
    [InlineData("三十五", 35)]
    [InlineData("十五", 15)]
    [InlineData("八十", 80)]
    [InlineData("两百二", 220)]
    [InlineData("一百零五", 105)]
    [InlineData("六七十", null)]
    public void Numbers_of_lessons_are_read_in_figures_and_in_Chinese(string text, int? number) => LessonNumbers.Number(text).Should().Be(number);

    private static void Matches(Func<Regex> pattern, string text, bool expected) => pattern().IsMatch(text).Should().Be(expected, text);
}
