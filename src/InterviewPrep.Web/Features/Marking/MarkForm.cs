using System.Globalization;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>What the marking page sends, with and without JavaScript.</summary>
public sealed class MarkForm
{
    /// <summary>Revision of the mark that the page showed; 0 for none.</summary>
    public int BaseRevision { get; set; }

    /// <summary>Id of the rubric that the page showed; scores under another one are refused.</summary>
    public int Rubric { get; set; }

    /// <summary>Points by element, as typed; empty for none.</summary>
    public Dictionary<string, string?> Scores { get; set; } = [];

    /// <summary>Bands by element, where it is scored by bands.</summary>
    public Dictionary<string, Band> Bands { get; set; } = [];

    public string? Remark { get; set; }

    public string? Note { get; set; }

    public string? Pile { get; set; }

    /// <summary>Stamps, as <c>stage:start:length:digit</c> with spaces between.</summary>
    public string? Stamps { get; set; }

    /// <summary>What is said of scoring points, each as <c>id:yes</c> or <c>id:no</c>; empty for nothing.</summary>
    public List<string?> Verdicts { get; set; } = [];

    public List<Comment> Comments { get; set; } = [];

    public Comment New { get; set; } = new();

    /// <summary>A comment; without text it is taken away.</summary>
    public sealed class Comment
    {
        public Guid Id { get; set; }

        public string? Stage { get; set; }

        public int Start { get; set; }

        public int Length { get; set; }

        /// <summary>Instead of an offset, the words that it is about: without JavaScript nobody counts characters.</summary>
        public string? Quote { get; set; }

        public string? Text { get; set; }

        /// <summary>Page of the sheet, where it is pinned to a photo; X and Y as in <see cref="Marking.Pin"/>.</summary>
        public int? Page { get; set; }

        public int? X { get; set; }

        public int? Y { get; set; }

        internal Pin? Pin => Page is { } page ? new Pin(page, X ?? 0, Y ?? 0) : null;
    }

    /// <summary>What the plain form offers on a photo: a part of the page, beside the margin.</summary>
    public static readonly IReadOnlyList<(string Name, int Y)> PartsOfPage = [("上部", 200), ("中部", 500), ("下部", 800)];

    private const int MarginX = 930;

    /// <summary>A part of a page as the plain form's list of places names it.</summary>
    public static string Place(int page, int y) => string.Create(CultureInfo.InvariantCulture, $"@{page}/{y}");

    public static MarkForm Of(MarkEdit edit, int revision, RubricVersion rubric) => new()
    {
        BaseRevision = revision,
        Rubric = rubric.Id,
        Scores = edit.Scores.ToDictionary(s => s.Element, s => (string?)Points(s.Points)),
        Bands = edit.Scores.Where(s => rubric.Find(s.Element) is { Kind: ElementKind.Bands }).ToDictionary(s => s.Element, s => rubric.Find(s.Element)!.BandOf(s.Points)),
        Remark = edit.Remark,
        Note = edit.PrivateNote,
        Pile = edit.Pile,
        Stamps = string.Join(' ', edit.Stamps.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Stage}:{s.Start}:{s.Length}:{s.Digit}"))),
        Verdicts = [.. edit.Points.Select(p => (string?)Verdict(p.Point, p.IsMade))],
        Comments = [.. edit.Comments.Select(c => new Comment { Id = c.Id, Stage = c.Stage, Start = c.Start, Length = c.Length, Text = c.Text, Page = c.Pin?.Page, X = c.Pin?.X, Y = c.Pin?.Y })],
    };

    /// <summary>What it says, to be kept; or why it cannot be read.</summary>
    public (MarkEdit? Work, string? Problem) Read(RubricVersion rubric, DraftText text)
    {
        if (rubric.Id != Rubric) return (null, "评分表已换新版，请刷新后再评这一份。");
        var scores = new List<ElementScore>();
        foreach (var element in rubric.Elements)
        {
            var typed = SpeechText.Fold(Scores.GetValueOrDefault(element.Key) ?? "").Trim();
            var points = 0.0;
            if (typed.Length > 0 && !double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out points)) return (null, $"「{element.Name}」的分数读不懂：{typed}。");
            double? score = typed.Length > 0 ? points : null;
            // A band counts as its midpoint, unless points within it were given before.
            if (element.Kind == ElementKind.Bands && Bands.TryGetValue(element.Key, out var band) && (score is null || element.BandOf(score.Value) != band)) score = element.PointsOf(band);
            if (score is { } given) scores.Add(new ElementScore(element.Key, given));
        }
        var comments = Comments.Where(c => !string.IsNullOrWhiteSpace(c.Text)).Select(c => new CommentEdit(c.Id, c.Stage ?? "", c.Start, c.Length, Plain(c.Text), c.Pin)).ToList();
        if (!string.IsNullOrWhiteSpace(New.Text) && PinOf(New.Stage) is { } pin) comments.Add(new CommentEdit(New.Id, "", 0, 0, Plain(New.Text), pin));
        else if (!string.IsNullOrWhiteSpace(New.Text))
        {
            var (start, length) = (0, New.Quote?.Trim().Length ?? 0);
            if (length > 0 && (start = text.Of(New.Stage ?? "").IndexOf(New.Quote!.Trim(), StringComparison.Ordinal)) < 0) return (null, "作答里没有您引用的这些字，请照原文抄。");
            comments.Add(new CommentEdit(New.Id, New.Stage ?? "", start, length, Plain(New.Text)));
        }
        return (new MarkEdit(scores, Plain(Remark), Plain(Note), Plain(Pile), [.. ReadStamps()], comments, [.. ReadPoints()]), null);
    }

    /// <summary>What the form says of a point.</summary>
    public static string Verdict(string point, bool isMade) => point + (isMade ? ":yes" : ":no");

    public static string Points(double points) => points.ToString("0.#", CultureInfo.InvariantCulture);

    private static Pin? PinOf(string? place) =>
        place is ['@', ..] && place[1..].Split('/') is [var page, var y] && int.TryParse(page, out var p) && int.TryParse(y, out var at) ? new Pin(p, MarginX, at) : null;

    private IEnumerable<PointVerdict> ReadPoints()
    {
        foreach (var parts in Verdicts.Select(p => (p ?? "").Split(':')))
            if (parts is [{ Length: > 0 } point, "yes" or "no"]) yield return new PointVerdict(point, parts[1] == "yes");
    }

    private IEnumerable<SentenceStamp> ReadStamps()
    {
        foreach (var parts in (Stamps ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(':')))
        {
            if (parts.Length == 4 && int.TryParse(parts[1], out var start) && int.TryParse(parts[2], out var length) && int.TryParse(parts[3], out var digit))
                yield return new SentenceStamp(parts[0], start, length, digit);
        }
    }

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
