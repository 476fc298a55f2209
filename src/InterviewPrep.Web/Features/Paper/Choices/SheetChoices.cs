using System.Globalization;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Http.Extensions;

namespace InterviewPrep.Web.Features.Paper.Choices;

/// <summary>What is chosen for a printed sheet. What is not known is replaced by the first of its list.</summary>
/// <param name="Kind">What stands on it; see <see cref="Kinds"/>.</param>
/// <param name="Paper">What one writes on; see <see cref="Papers"/>.</param>
/// <param name="Size">Paper size; see <see cref="PaperSize"/>.</param>
/// <param name="Type">Type size; see <see cref="Types"/>.</param>
/// <param name="Minutes">Time allowance of an answer, which decides the suggested 字 and the room.</param>
public sealed record SheetChoices(string Kind, string Paper, PaperSize Size, string Type, int Minutes)
{
    public const string Blank = "blank", Hints = "hints", Points = "points", Model = "model", TwoModels = "twomodels", Mine = "mine", Scratch = "scratch", Book = "book";

    public const string Lines = "lines", Grid = "grid", Normal = "normal", Large = "large";

    private const int UsualMinutes = 3;

    public static readonly IReadOnlyList<(string Id, string Name)> Kinds =
        [(Blank, "空白"), (Hints, "带审题提示"), (Points, "带采分点"), (Model, "带示例作答"), (TwoModels, "两份示例对照"), (Mine, "我的作答"), (Scratch, "草稿纸")];

    /// <summary>Kinds for several questions.</summary>
    public static readonly IReadOnlyList<(string Id, string Name)> BundleKinds =
        [(Blank, "空白"), (Hints, "带审题提示"), (Points, "带采分点"), (Scratch, "草稿纸（各题等分）"), (Book, "题册（答案在后）"), (Model, "带示例作答")];

    /// <summary>Kinds of a class pack.</summary>
    public static readonly IReadOnlyList<(string Id, string Name)> PackKinds = [(Blank, "空白"), (Hints, "带审题提示"), (Points, "带采分点")];

    /// <summary>Kinds of a learner's sheets for an assignment: hints and points are for the teacher to give.</summary>
    public static readonly IReadOnlyList<(string Id, string Name)> OwnKinds = [(Blank, "空白")];

    public static readonly IReadOnlyList<(string Id, string Name)> Papers = [(Lines, "横线"), (Grid, "方格")];

    public static readonly IReadOnlyList<(string Id, string Name)> Types = [(Normal, "常规"), (Large, "大字")];

    /// <summary>Allowances that can be chosen, in minutes.</summary>
    public static readonly IReadOnlyList<int> Allowances = [2, 3, 4, 5];

    /// <summary>Nothing is to be written on these: they are read.</summary>
    public bool IsForReading => Kind is Model or TwoModels or Mine or Book;

    /// <summary>More stands on these than what is asked: an assignment may keep it back.</summary>
    public bool IsHelp => Kind is Hints or Points or Model or TwoModels or Book;

    public bool IsLarge => Type == Large;

    /// <summary>The choices that stand in an address.</summary>
    public static SheetChoices From(IQueryCollection query) =>
        From(query["kind"], query["paper"], query["size"], query["type"], int.TryParse(query["minutes"], CultureInfo.InvariantCulture, out var minutes) ? minutes : null);

    public static SheetChoices From(string? kind, string? paper, string? size, string? type, int? minutes) => new(
        Known([.. Kinds, .. BundleKinds], kind), Known(Papers, paper), PaperSize.Find(size), Known(Types, type), minutes is { } m && Allowances.Contains(m) ? m : UsualMinutes);

    /// <summary>字 that fit a stage's share of the allowance, rounded up to twenty.</summary>
    public int SuggestedZi(Framework framework, Stage stage) => (SpeechText.UsualRate * Seconds(framework, stage) / 60 + 19) / 20 * 20;

    /// <summary>The stage's share of the allowance, in steps of five seconds.</summary>
    public int Seconds(Framework framework, Stage stage) =>
        Math.Max(5, (int)Math.Round(stage.Seconds * Minutes * 60.0 / framework.Stages.Sum(s => s.Seconds) / 5) * 5);

    /// <summary>The query of an address with these choices.</summary>
    public string Query(string? kind = null) => new QueryBuilder
    {
        { "kind", kind ?? Kind }, { "paper", Paper }, { "size", Size.Id }, { "type", Type },
        { "minutes", Minutes.ToString(CultureInfo.InvariantCulture) },
    }.ToString();

    private static string Known(IReadOnlyList<(string Id, string Name)> list, string? id) => list.Any(c => c.Id == id) ? id! : list[0].Id;
}
