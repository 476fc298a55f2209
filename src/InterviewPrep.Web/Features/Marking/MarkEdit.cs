using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>The score of one element.</summary>
public sealed record ElementScore(string Element, double Points);

/// <summary>Whether an answer makes a scoring point, as a marker says.</summary>
public sealed record PointVerdict(string Point, bool IsMade);

/// <summary>A stamp on a sentence, by digit; see <see cref="Stamps"/>.</summary>
public sealed record SentenceStamp(string Stage, int Start, int Length, int Digit);

/// <summary>A place on a photographed page.</summary>
/// <param name="Page">Page of the sheet, from 1: a better photo of it keeps its comments.</param>
/// <param name="X">From the left, in thousandths of the width.</param>
/// <param name="Y">From the top, in thousandths of the height.</param>
public sealed record Pin(int Page, int X, int Y)
{
    public const int Whole = 1000;

    public bool IsOnPage => X is >= 0 and <= Whole && Y is >= 0 and <= Whole;
}

/// <summary>A comment as the desk sends it.</summary>
/// <param name="Id">Made by the desk, so that a save that is sent twice makes one comment.</param>
/// <param name="Length">0 for a comment on the stage as a whole.</param>
/// <param name="Pin">Where it is about a place on a photographed page; then it names no stage.</param>
public sealed record CommentEdit(Guid Id, string Stage, int Start, int Length, string Text, Pin? Pin = null);

/// <summary>Everything a marker sets on one answer; saved as a whole on the revision that was seen.</summary>
public sealed record MarkEdit(
    IReadOnlyList<ElementScore> Scores, string Remark, string PrivateNote, string Pile, IReadOnlyList<SentenceStamp> Stamps, IReadOnlyList<CommentEdit> Comments,
    IReadOnlyList<PointVerdict> Points)
{
    public const int LongestRemark = 2_000, LongestNote = 2_000, LongestComment = 500, MostComments = 60, MostStamps = 200, MostPoints = 60;

    public static readonly MarkEdit Blank = new([], "", "", "", [], [], []);

    /// <summary>Why it cannot be kept, said to the marker; null where it can.</summary>
    /// <param name="pages">Numbers of the photographed pages that the answer has.</param>
    public string? Validate(RubricVersion rubric, DraftText text, IReadOnlyCollection<int> pages)
    {
        foreach (var score in Scores)
        {
            if (rubric.Find(score.Element) is not { } element) return "评分表已换新版，请刷新后再评这一份。";
            if (!element.Allows(score.Points)) return $"「{element.Name}」是 0 到 {element.Most} 分，以半分为单位。";
        }
        if (Scores.DistinctBy(s => s.Element).Count() != Scores.Count) return "同一要素有两个分数。";
        if (Remark.Length > LongestRemark || PrivateNote.Length > LongestNote) return $"评语和备注最多 {LongestRemark} 个字符。";
        if (Pile.Length > Submission.LongestPile) return $"分堆名最多 {Submission.LongestPile} 个字符。";
        if (Comments.Count > MostComments || Stamps.Count > MostStamps) return "批注太多了，请合并一些。";
        if (Comments.Any(c => c.Text.Trim().Length is 0 or > LongestComment)) return $"批注要有内容，最多 {LongestComment} 个字符。";
        if (Points.Count > MostPoints || Points.DistinctBy(p => p.Point).Count() != Points.Count || Points.Any(p => p.Point.Length is 0 or > PointJudgement.LongestId)) return "采分点的判断读不懂，请刷新后再批这一份。";
        if (Comments.DistinctBy(c => c.Id).Count() != Comments.Count) return "同一条批注出现两次。";
        if (new[] { Remark, PrivateNote, Pile }.Concat(Comments.Select(c => c.Text)).Select(ForbiddenCharacters.Find).FirstOrDefault(c => c is not null) is { } character)
            return $"内容里有无法保存的控制字符（{character}）。";
        if (Comments.Any(c => !IsInside(text.Of(c.Stage), c.Start, c.Length)) || Stamps.Any(s => s.Length == 0 || !Marking.Stamps.Knows(s.Digit) || !IsInside(text.Of(s.Stage), s.Start, s.Length)))
            return "批注不在这份作答的文字上。";
        if (Comments.Any(c => c.Pin is { } pin && !(pin.IsOnPage && pages.Contains(pin.Page) && c is { Stage: "", Start: 0, Length: 0 }))) return "批注不在这份作答的页面上。";
        return null;
    }

    private static bool IsInside(string text, int start, int length) => start >= 0 && length >= 0 && start <= text.Length && length <= text.Length - start;
}

/// <summary>What the stamps say.</summary>
public static class Stamps
{
    private static readonly string[] Names = ["好句", "具体可行", "有群众立场", "套话", "空泛", "未查先定", "顺序乱", "啰嗦", "没说清"];

    /// <summary>From 1 to 9, as the keys.</summary>
    public static IEnumerable<(int Digit, string Name)> All => Names.Select((name, i) => (i + 1, name));

    public static bool Knows(int digit) => digit >= 1 && digit <= Names.Length;

    public static string Name(int digit) => Names[digit - 1];

    /// <summary>True for a stamp that praises.</summary>
    public static bool IsPraise(int digit) => digit <= 3;
}
