using InterviewPrep.Web.Content;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Paper.Layout;

/// <summary>Sets the parts of one sheet on pages: nothing that belongs together is parted, and every page is filled.</summary>
public sealed class Pagination(PageMetrics metrics, bool coded)
{
    /// <summary>A stage on the last page grows by at most this share; what is left beyond is the rest's.</summary>
    private const double MostGrowth = .4;

    /// <summary>Where more than this share of a page would stay empty, a stage begins there and goes on over the page.</summary>
    private const double MostEmpty = .3;

    /// <summary>Lines grow by at most this share to take up what is left; squares stay square.</summary>
    private const double MostPitch = 1.1;

    private const int FewestRows = 3;

    private readonly List<List<Block>> pages = [[]];

    /// <param name="rest">What takes the room that is left on the last page.</param>
    public IReadOnlyList<IReadOnlyList<Block>> Fill(IEnumerable<Block> blocks, RestBlock rest)
    {
        foreach (var block in blocks) Place(block);
        for (var i = 0; i < pages.Count - 1; i++)
        {
            Stretch(pages[i], Left(pages[i], i), double.MaxValue);
            if (rest.Rows == 0 && coded && Left(pages[i], i) > metrics.SmallestRest) pages[i].Add(rest);
        }
        var last = pages[^1];
        Stretch(last, Left(last, pages.Count - 1), MostGrowth);
        var left = Left(last, pages.Count - 1);
        if (left >= metrics.SmallestRest) last.Add(rest with { Rows = rest.Rows > 0 ? Math.Max(2, (int)((left - 14) / metrics.Pitch)) : 0 });
        else Stretch(last, left, double.MaxValue);
        for (var i = 0; i < pages.Count; i++) Widen(pages[i], i);
        return pages;
    }

    private double Left(List<Block> page, int index) => metrics.Room(index == 0, coded) - metrics.HeightOf(page);

    private void Place(Block block)
    {
        var index = pages.Count - 1;
        var left = Left(pages[^1], index);
        if (metrics.HeightOf(block, pages[^1].LastOrDefault()) <= left)
        {
            pages[^1].Add(block);
            return;
        }
        if (block is TextBlock text && metrics.LinesWithin(text, left) is > 0 and var lines && Split(text, lines, metrics.TextWidth) is var (head, tail))
        {
            pages[^1].Add(head);
            pages.Add([]);
            Place(tail);
            return;
        }
        if (block is PairBlock pair && left > MostEmpty * metrics.Room(index == 0, coded) && Part(pair, left)) return;
        if (block is WritingBlock writing && (pages[^1].Count == 0 || left > MostEmpty * metrics.Room(index == 0, coded)) && Divide(writing, left)) return;
        if (pages[^1].Count == 0 || metrics.HeightOf(block) > metrics.Room(false, coded) - pages[^1].Where(b => b.KeepsWithNext).Sum(metrics.HeightOf) && pages[^1].TrueForAll(b => b.KeepsWithNext))
        {
            // Cannot be parted: better whole over the edge than lost.
            pages[^1].Add(block);
            return;
        }
        // What belongs to this block goes with it to the next page.
        var from = pages[^1].Count;
        if (block.KeepsWithPrevious && from > 1) from--;
        while (from > 1 && pages[^1][from - 1].KeepsWithNext) from--;
        var moved = pages[^1][from..];
        pages[^1].RemoveRange(from, moved.Count);
        pages.Add(moved);
        Place(block);
    }

    /// <summary>As many rows as fit, then the others under the same head.</summary>
    private bool Divide(WritingBlock block, double left)
    {
        var rows = (int)((left - metrics.HeightOf(block with { Rows = 0 })) / block.Pitch);
        rows = Math.Min(rows, block.Rows - FewestRows);
        if (rows < FewestRows) return false;
        pages[^1].Add(block with { Rows = rows });
        pages.Add([]);
        Place(block with { Points = [], Rows = block.Rows - rows, Head = block.Head with { Suggestion = "接上页" } });
        return true;
    }

    /// <summary>Gives what is left of a page to its stages, each in proportion to its room.</summary>
    private void Stretch(List<Block> page, double left, double most)
    {
        var lines = page.OfType<LinesBlock>().ToList();
        if (lines.Count > 0 && most > 1)
        {
            foreach (var line in lines) page[page.IndexOf(line)] = line with { Rows = line.Rows + (int)(left / lines.Count / line.Pitch) };
            return;
        }
        var stages = page.OfType<WritingBlock>().ToList();
        var rows = (int)(left / metrics.Pitch);
        if (stages.Count == 0 || rows <= 0) return;
        var all = stages.Sum(s => s.Rows);
        foreach (var (stage, i) in stages.Select((s, i) => (s, i)))
        {
            var share = i == stages.Count - 1 ? rows : (int)Math.Round((double)rows * stage.Rows / all);
            all -= stage.Rows;
            share = (int)Math.Min(Math.Min(share, rows), Math.Ceiling(stage.Rows * most));
            rows -= share;
            page[page.IndexOf(stage)] = stage with { Rows = stage.Rows + share };
        }
    }

    private void Widen(List<Block> page, int index)
    {
        var lines = page.OfType<WritingBlock>().Where(b => !b.IsGrid).ToList();
        if (lines.Count == 0 || page[^1] is RestBlock) return;
        var more = Left(page, index) / lines.Sum(b => b.Rows);
        foreach (var line in lines) page[page.IndexOf(line)] = line with { Pitch = Math.Round(Math.Clamp(line.Pitch + more, line.Pitch, line.Pitch * MostPitch), 3) };
    }

    /// <summary>Two answers side by side go on over the page together.</summary>
    private bool Part(PairBlock pair, double left)
    {
        var lines = metrics.LinesWithin(pair.Left, left);
        if (lines == 0) return false;
        var (a, b) = (Split(pair.Left, lines, metrics.HalfWidth), Split(pair.Right, lines, metrics.HalfWidth));
        if (a is null && b is null) return false;
        pages[^1].Add(pair with { Left = a?.Head ?? pair.Left, Right = b?.Head ?? pair.Right });
        pages.Add([]);
        Place(new PairBlock(pair.Head with { Suggestion = "接上页" }, a?.Tail ?? Rest(pair.Left), b?.Tail ?? Rest(pair.Right)));
        return true;

        static TextBlock Rest(TextBlock whole) => whole with { Text = new MarkedText("", []), Made = [] };
    }

    private (TextBlock Head, TextBlock Tail)? Split(TextBlock block, int lines, double width)
    {
        var text = block.Text.Text;
        var starts = TextMeasure.Starts(text, width, metrics.Em);
        if (starts.Count <= lines) return null;
        var end = starts[lines];
        bool IsFree(int at) => block.Text.Marks.All(m => at <= m.Start || at >= m.Start + m.Length);
        var cut = 0;
        for (var at = Sentences.EndOf(text, 0); at <= end && at > cut; at = Sentences.EndOf(text, at))
        {
            if (IsFree(at)) cut = at;
        }
        // A text without sentences is cut where the line ends.
        if (cut < starts[Math.Min(2, lines - 1)]) cut = end;
        return (block with { Text = Slice(block.Text, 0, cut), GoesOn = true, Made = [] },
            block with { Text = Slice(block.Text, cut, text.Length), Head = block.Head with { Suggestion = "接上页" } });
    }

    private static MarkedText Slice(MarkedText text, int from, int to)
    {
        while (from < to && text.Text[from] == '\n') from++;
        var marks = text.Marks.Where(m => m.Start >= from && m.Start + m.Length <= to).Select(m => m with { Start = m.Start - from });
        return new MarkedText(text.Text[from..to].TrimEnd('\n'), [.. marks]);
    }
}
