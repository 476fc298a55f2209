using InterviewPrep.Web.Features.Annotations;
using InterviewPrep.Web.Features.Paper.Choices;

namespace InterviewPrep.Web.Features.Paper.Layout;

/// <summary>How high things are on a page, in millimetres, by <see cref="PageMeasures"/> and the paddings of <c>css/sheet</c>.</summary>
/// <param name="pitch">Height of a ruled line or a row of squares; null for the roomiest.</param>
public sealed class PageMetrics(SheetChoices choices, double? pitch = null)
{
    /// <summary>What is left free against rounding.</summary>
    private const int Reserve = 2;

    private const double Border = 1, Gap = 3;

    private readonly PageMeasures measures = choices.IsLarge ? PageMeasures.Large : PageMeasures.Normal;

    public bool IsLarge => choices.IsLarge;

    public double Width => choices.Size.Width - 2 * choices.Size.SideMargin;

    /// <summary>Size of the type: 10.5 or 16 points.</summary>
    public double Em => IsLarge ? 5.65 : 3.71;

    /// <summary>Size of the small type.</summary>
    public double Small => IsLarge ? Em : 3.175;

    public double Line => measures.Line;

    public double Pitch => pitch ?? Pitches(choices)[0];

    /// <summary>Heights of a line or row that can be written on with ease, the roomiest first; a smaller one is taken where it saves a page.</summary>
    public static IReadOnlyList<double> Pitches(SheetChoices choices) => choices switch
    {
        { Paper: SheetChoices.Grid } => [choices.Size.Cell, choices.Size.Cell - .5, choices.Size.Cell - 1],
        { IsLarge: true } => [13, 12, 11],
        _ => [9, 8.5, 8],
    };

    /// <summary>Handwritten 字 on a line.</summary>
    public int ZiPerRow => choices.Paper == SheetChoices.Grid ? Columns : (int)(Width / (IsLarge ? 10 : 6.85));

    /// <summary>Squares in a row: five rows make 100 字.</summary>
    public const int Columns = 20;

    private double Head => measures.Head;

    private double Footer => IsLarge ? 11 : 8;

    /// <summary>Room for the parts of a page.</summary>
    /// <param name="first">With the title and the fields; a page that follows has a short head.</param>
    public double Room(bool first, bool coded) =>
        choices.Size.Height - 2 * PageMeasures.Edge - Reserve - Footer - measures.HeadOf(first, coded);

    public int RowsFor(int zi) => Math.Max(2, (zi + ZiPerRow - 1) / ZiPerRow);

    /// <summary>Least height of a rest that is worth a frame of its own.</summary>
    public double SmallestRest => 3 * Line + Head;

    public double HeightOf(Block block) => block switch
    {
        AskBlock ask => TextMeasure.Lines(ask.Label + "　" + ask.Text, Width - Border, Em) * Line + Gap,
        DrawingBlock drawing => DrawingWidth * drawing.Picture.Ratio + Gap,
        HeadingBlock heading => TextMeasure.Lines(heading.Text, Width, Em * 1.2) * Line * 1.2 + Gap,
        LinesBlock lines => lines.Rows * lines.Pitch + 2 * Gap,
        BriefBlock { Hints: { } hints } => new[] { hints.Identity, hints.Conflict, hints.Order }.Sum(h => Lines(h, 5.5 * Em)) * Line + 2 * Gap,
        BriefBlock => Line + Gap + 3,
        WritingBlock writing => Framed + PointsHeight(writing) + writing.Rows * writing.Pitch + (writing.IsGrid ? 4 : 0),
        TextBlock text => Framed + TextHeight(text, TextWidth),
        PairBlock pair => Framed + Math.Max(TextHeight(pair.Left, HalfWidth), TextHeight(pair.Right, HalfWidth)),
        SelfCheckBlock check => CheckLines(check) * Line + 2 * Gap + 2,
        MarkedBlock marked => (marked.Head is null ? 0 : Head + Gap) + Math.Max(TextMeasure.Lines(marked.Shown, MarkedWidth - 2, Em) * Line, marked.Comments.Sum(MarginHeight)) + 2,
        PictureBlock picture => Math.Max(picture.Height, picture.Beside.Sum(MarginHeight)) + Gap,
        ParagraphBlock paragraph => TextMeasure.Lines(paragraph.Lead + "　" + paragraph.Text, Width, Em) * Line + 1.5,
        ScoresBlock scores => scores.Rows.Count * (Line + 1.5) + Gap + 1,
        HandoutBlock handout => handout.Height,
        TaskBlock task => Head + task.TextHeight + task.Rows * task.Pitch + 2 * Gap + Border,
        RestBlock => SmallestRest,
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    /// <summary>The same behind another block: a part of an element needs no frame of its own there.</summary>
    public double HeightOf(Block block, Block? previous) => block is HandoutBlock handout && handout.Continues(previous) ? handout.HeightBehind : HeightOf(block);

    /// <summary>Height of what stands on a page.</summary>
    public double HeightOf(IReadOnlyList<Block> page) => page.Select((b, i) => HeightOf(b, i == 0 ? null : page[i - 1])).Sum();

    /// <summary>Lines of a text block that fit a height, beside its head; none where not even three do.</summary>
    public int LinesWithin(TextBlock block, double height)
    {
        var lines = (int)((height - Framed - Extra(block, Width - 8)) / Line);
        return lines < 3 ? 0 : lines;
    }

    public double TextWidth => Width - 8;

    /// <summary>Width of a drawing: large enough to see, small enough to leave room to write.</summary>
    private const double DrawingWidth = 90;

    /// <summary>The same for one of two columns.</summary>
    public double HalfWidth => Width / 2 - 8;

    /// <summary>Width of marked words, and of the margin beside them.</summary>
    public double MarkedWidth => Width * .62;

    public double MarginWidth => Width - MarkedWidth - 5;

    /// <summary>Height of a comment in the margin.</summary>
    public double MarginHeight(NumberedComment comment) => TextMeasure.Lines(comment.InMargin, MarginWidth - 1, Em) * Line + 1;

    private double Framed => Gap + Head + Border;

    private double PointsHeight(WritingBlock writing) =>
        writing.Points.Count == 0 ? 0 : writing.Points.Sum(p => Lines($"{p.Name}：{p.Asks}", 12)) * Line + 5;

    private double TextHeight(TextBlock block, double width) => TextMeasure.Lines(block.Text.Text, width, Em) * Line + Extra(block, width);

    // Padding, the answer's name, and the line that names the points made.
    private double Extra(TextBlock block, double width) =>
        4 + (block.Title.Length > 0 ? TextMeasure.Lines(block.Title, width, Em) * Line : 0)
        + (block.Made.Count > 0 ? TextMeasure.Lines("采分点：" + string.Join('、', block.Made), width, Em) * Line + 1 : 0);

    // Each sentence stays on one line with its box, where it can.
    private int CheckLines(SelfCheckBlock check)
    {
        double room = (Width - 7) / Em - .5, x = 2;
        var lines = 1;
        foreach (var width in check.Items.Select(i => i.Length + 3.0))
        {
            if (x + width > room) (lines, x) = (lines + 1, 0);
            lines += (int)(width / room);
            x += width;
        }
        return lines;
    }

    private int Lines(string text, double indent) => TextMeasure.Lines(text, Width - indent, Em);
}
