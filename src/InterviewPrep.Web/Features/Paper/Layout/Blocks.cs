using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Annotations;
using InterviewPrep.Web.Features.Handwriting;

namespace InterviewPrep.Web.Features.Paper.Layout;

/// <summary>A part of a sheet that stays in one piece. Screen, print and Word show the same parts.</summary>
public abstract record Block
{
    /// <summary>True for what must not stand alone at the foot of a page.</summary>
    public virtual bool KeepsWithNext => false;

    /// <summary>True for what must not stand alone at the head of one.</summary>
    public virtual bool KeepsWithPrevious => false;
}

/// <summary>The question as it is asked.</summary>
/// <param name="Leads">True where what follows belongs to it.</param>
public sealed record AskBlock(string Label, string Text, bool Leads = true) : Block
{
    public override bool KeepsWithNext => Leads;
}

/// <summary>What a question shows.</summary>
public sealed record DrawingBlock(Picture Picture) : Block
{
    public override bool KeepsWithPrevious => true;
}

/// <summary>A heading within a booklet.</summary>
public sealed record HeadingBlock(string Text) : Block
{
    public override bool KeepsWithNext => true;
}

/// <summary>A few ruled lines, for key words.</summary>
public sealed record LinesBlock(int Rows, double Pitch) : Block
{
    public override bool KeepsWithPrevious => true;
}

/// <summary>审题: three blanks, or the hints where they are given.</summary>
public sealed record BriefBlock(Analysis? Hints) : Block;

/// <summary>The head of a stage: its pattern, name and suggestion.</summary>
/// <param name="Number">From 1; decides the pattern. Beyond the frame's for a text that it has no stage for any more.</param>
/// <param name="Suggestion">As in 建议 120 字 · 35 秒; empty where nothing is to be written.</param>
public sealed record StageHead(int Number, string Name, string Suggestion)
{
    public string Title => Number is >= 1 and <= 4 ? $"{"一二三四"[Number - 1]}、{Name}" : Name;
}

/// <summary>A stage to write in.</summary>
/// <param name="Points">Expected points, each with what it asks; empty where they are not shown.</param>
/// <param name="Rows">Ruled lines, or rows of twenty squares.</param>
/// <param name="Pitch">Height of one, in millimetres.</param>
public sealed record WritingBlock(StageHead Head, IReadOnlyList<ScoringPoint> Points, bool IsGrid, int Rows, double Pitch) : Block;

/// <summary>A stage to read; goes on over the page where it must.</summary>
/// <param name="Title">Name of the answer that it belongs to; empty where there is one only.</param>
/// <param name="Made">Names of the points that are made in it.</param>
public sealed record TextBlock(StageHead Head, string Title, MarkedText Text, Framework? Framework, IReadOnlyList<string> Made, bool GoesOn = false) : Block;

/// <summary>A stage of two answers, side by side.</summary>
public sealed record PairBlock(StageHead Head, TextBlock Left, TextBlock Right) : Block;

/// <summary>自评: short sentences to tick.</summary>
public sealed record SelfCheckBlock(IReadOnlyList<string> Items) : Block
{
    public override bool KeepsWithPrevious => true;
}

/// <summary>Part of a stage that was marked: the words on the left, what was said about them in the margin.</summary>
/// <param name="Head">Null where it goes on.</param>
public sealed record MarkedBlock(StageHead? Head, string Text, IReadOnlyList<TextRange> Ranges, IReadOnlyList<NumberedComment> Comments) : Block
{
    /// <summary>The words with the labels that stand in them.</summary>
    public string Shown => string.Concat(Annotations.TextRanges.Runs(Text, Ranges).Select(r => r.Text + string.Concat(r.Ending.Select(e => $"‹{e.Label}›"))));
}

/// <summary>A photographed page with its pins, and the comments beside it.</summary>
/// <param name="Height">Of the picture, in millimetres.</param>
/// <param name="Beside">The comments that have room beside it.</param>
public sealed record PictureBlock(ScanPage Page, double Height, IReadOnlyList<NumberedComment> Pinned, IReadOnlyList<NumberedComment> Beside) : Block;

/// <summary>A paragraph with a lead in bold.</summary>
public sealed record ParagraphBlock(string Lead, string Text) : Block;

/// <summary>A part of a handout. Parts of one paragraph, list, table or quotation follow each other on a page as one element.</summary>
/// <param name="Open">Tags before it, where it is the first of its element on a page, and</param>
/// <param name="Close">tags behind it, where it is the last.</param>
/// <param name="Height">With the frame of its element, in millimetres.</param>
public sealed record HandoutBlock(string Open, string Html, string Close, double Height, bool Leads = false) : Block
{
    public override bool KeepsWithNext => Leads;

    /// <summary>The element that it is a part of; null where it is whole.</summary>
    public object? Whole { get; init; }

    /// <summary>Tags between it and the part before, and</summary>
    public string Join { get; init; } = "";

    /// <summary>its height behind that part.</summary>
    public double HeightBehind { get; init; }

    public bool Continues(Block? previous) => Whole is not null && previous is HandoutBlock block && ReferenceEquals(block.Whole, Whole);
}

/// <summary>An exercise with lines to write on.</summary>
/// <param name="TextHeight">Height of the task, in millimetres.</param>
public sealed record TaskBlock(string Name, string Html, double TextHeight, int Rows, double Pitch) : Block;

/// <summary>Points by element.</summary>
public sealed record ScoresBlock(IReadOnlyList<ScoreRow> Rows) : Block;

/// <param name="Band">好, 中 or 差; empty where there are no points.</param>
public sealed record ScoreRow(string Element, string Points, string Most, string Band);

/// <summary>Takes what is left of a page.</summary>
/// <param name="Parts">Names of equal parts; one for a plain area.</param>
/// <param name="Rows">Ruled lines in it; 0 for a blank area.</param>
public sealed record RestBlock(IReadOnlyList<string> Parts, int Rows = 0) : Block;
