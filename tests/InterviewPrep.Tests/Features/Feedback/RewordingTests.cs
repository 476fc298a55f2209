using InterviewPrep.Web.Features.Annotations;
using InterviewPrep.Web.Features.Feedback;

namespace InterviewPrep.Tests.Features.Feedback;

/// <summary>Before and after of a commented stretch, and stretches laid over a text.</summary>
public sealed class RewordingTests
{
    private const string Submitted = "先感谢大家。我会尽快答复。再去现场看。";

    [Theory]
    [InlineData("先感谢大家。三个工作日内答复。再去现场看。", 6, 4, "我会尽快答复。", "三个工作日内答复。")]
    [InlineData("先感谢大家。再去现场看。", 6, 4, "我会尽快答复。", "")]
    [InlineData("先感谢大家。我会尽快答复，周五之前说清。谁来办也说清。再去现场看。", 6, 4, "我会尽快答复。", "我会尽快答复，周五之前说清。谁来办也说清。")]
    [InlineData("先感谢大家。我会尽快答复。周五之前说清。再去现场看。", 6, 4, "我会尽快答复。", "我会尽快答复。周五之前说清。")]
    [InlineData("全都重写了。", 0, 0, Submitted, "全都重写了。")]
    public void The_sentences_in_place_of_the_range_are_found(string draft, int start, int length, string before, string after) =>
        Rewording.Find(Submitted, draft, start, length).Should().Be((before, after));

    [Fact]
    public void The_same_text_is_no_change() => Rewording.Find(Submitted, Submitted, 0, 3).Should().BeNull();

    [Fact]
    public void Stretches_may_overlap_and_never_cut_a_rare_character()
    {
        var runs = TextRanges.Runs("请𬱖某来看", [new TextRange(2, 2, "［1］", TextRangeKind.Comment), new TextRange(3, 2, "好句", TextRangeKind.Praise)]).ToList();

        string.Concat(runs.Select(r => r.Text)).Should().Be("请𬱖某来看");
        runs.All(r => !char.IsLowSurrogate(r.Text[0]) && !char.IsHighSurrogate(r.Text[^1])).Should().BeTrue();
        runs.SelectMany(r => r.Ending).Select(s => s.Label).Should().Equal("［1］", "好句");
        runs.Single(r => r.Over.Count == 2).Text.Should().Be("某");
    }
}
