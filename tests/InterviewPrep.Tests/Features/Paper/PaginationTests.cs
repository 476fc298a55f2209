using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Paper.Layout;

namespace InterviewPrep.Tests.Features.Paper;

/// <summary>Whatever somebody wrote comes out whole, and no page overflows.</summary>
public sealed class PaginationTests
{
    public static TheoryData<string> Texts => new()
    {
        string.Concat(Enumerable.Repeat("先接住人，再查清事。", 1000)),
        new string('长', 20_000),
        new string('w', 20_000),
        string.Join('\n', Enumerable.Repeat("一行", 3000)),
        string.Concat(Enumerable.Repeat("𬱖👍🏽", 2000)),
        "短。",
        "",
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_of_any_shape_is_split_without_a_loss(string text)
    {
        foreach (var size in PaperSize.All.Select(s => s.Id))
        {
            foreach (var type in new[] { SheetChoices.Normal, SheetChoices.Large })
            {
                var metrics = new PageMetrics(SheetChoices.From(SheetChoices.Mine, null, size, type, null));
                var blocks = new Block[] { new AskBlock("题目", "怎么办？"), new TextBlock(new StageHead(1, "态度", ""), "", new MarkedText(text, []), null, []) };

                var pages = new Pagination(metrics, coded: true).Fill(blocks, new RestBlock(["记"], 1));

                string.Concat(pages.SelectMany(p => p).OfType<TextBlock>().Select(b => b.Text.Text)).Replace("\n", "", StringComparison.Ordinal)
                    .Should().Be(text.Replace("\n", "", StringComparison.Ordinal));
                pages.Select((p, i) => metrics.Room(i == 0, true) - p.Sum(metrics.HeightOf)).Should().OnlyContain(left => left > -.01);
                pages.Should().OnlyContain(p => p.Count > 0);
            }
        }
    }

    [Fact]
    public void A_stage_is_never_parted_from_its_head_and_a_check_never_from_its_stage()
    {
        var metrics = new PageMetrics(SheetChoices.From(SheetChoices.Blank, null, "B5", SheetChoices.Large, null));
        var stages = Enumerable.Range(1, 4).Select(i => new WritingBlock(new StageHead(i, "段", ""), [], false, 4 + i * 3, 11));

        var pages = new Pagination(metrics, coded: true).Fill([.. stages, new SelfCheckBlock(["说完"])], new RestBlock(["草稿"]));

        foreach (var page in pages)
        {
            (page[0].KeepsWithPrevious || page[0] is RestBlock).Should().BeFalse();
            page[^1].KeepsWithNext.Should().BeFalse();
        }
    }
}
