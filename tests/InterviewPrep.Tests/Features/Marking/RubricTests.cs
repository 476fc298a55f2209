using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Marking;

namespace InterviewPrep.Tests.Features.Marking;

/// <summary>Rubrics and finding comments by pinyin, without a store.</summary>
public sealed class RubricTests
{
    private static RubricVersion Version(params (string Key, double Most)[] elements) =>
        new(1, [.. elements.Select(e => RubricDefaults.Element(e.Key, e.Key, e.Most))], Guid.Empty, default);

    [Fact]
    public void The_default_shares_a_hundred_points_and_ten_points_have_the_usual_bands()
    {
        RubricDefaults.For(["应变", "言语表达", "综合分析"]).Sum(e => e.Most).Should().Be(100);
        var ten = RubricDefaults.Element("e", "应变", 10);
        new[] { 8.0, 7.5, 4, 3.5 }.Select(ten.BandOf).Should().Equal(Band.Good, Band.Fair, Band.Fair, Band.Poor);
        Enum.GetValues<Band>().Select(b => ten.BandOf(ten.PointsOf(b))).Should().Equal(Enum.GetValues<Band>());
        RubricVersion.Problems([ten with { GoodFrom = 3 }]).Should().ContainSingle().Which.Should().Contain("分档");
    }

    [Fact]
    public void A_change_says_what_happens_to_the_marked_answers()
    {
        var from = Version(("a", 20), ("b", 10), ("c", 10));
        ElementScore[] complete = [new("a", 15), new("b", 7), new("c", 5)], partly = [new("b", 6)];

        var effect = RubricEffect.Of(from, Version(("a", 10), ("b", 10), ("d", 10)).Elements, [complete, partly, []]);

        effect.Should().Be(new RubricEffect(Marked: 2, Unchanged: 1, Rescaled: 1, Dropped: 1, Unfinished: 1, MeanBefore: 27, MeanAfter: null));
        RubricEffect.Convert(complete, from, Version(("a", 10), ("b", 10))).Should().Equal(new ElementScore("a", 7.5), new ElementScore("b", 7));
    }

    [Theory]
    [InlineData("dqzh", true)]
    [InlineData("cxk", true)]
    [InlineData("zxk", true)]
    [InlineData("道歉", true)]
    [InlineData("xq", false)]
    public void A_comment_is_found_by_its_initials_whatever_a_character_may_be_read(string typed, bool found) =>
        new BankComment(Guid.Empty, "道歉之后要跟下文，重新考虑", default).Matches(typed).Should().Be(found);
}
