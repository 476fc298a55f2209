using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Sheets;

/// <summary>What can be chosen for a printed sheet, and how much room a stage gets.</summary>
public static class Sheet
{
    public const string Blank = "blank", Points = "points", Model = "model", Mine = "mine", LinesPaper = "lines", Grid = "grid";

    /// <summary>20 columns: five rows make 100 字.</summary>
    public const int GridColumns = 20;

    /// <summary>Handwritten 字 on a line of 178 mm.</summary>
    private const int ZiPerLine = 26;

    public static readonly IReadOnlyList<(string Id, string Name)> Kinds =
        [(Blank, "空白"), (Points, "带采分点"), (Model, "带示例作答"), (Mine, "我的作答")];

    public static readonly IReadOnlyList<(string Id, string Name)> Papers = [(LinesPaper, "横线"), (Grid, "方格")];

    public static readonly IReadOnlyList<string> Sizes = ["A4", "A3"];

    /// <summary>字 that fit the stage's suggested time, rounded to twenty.</summary>
    public static int SuggestedZi(Stage stage) => (SpeechText.UsualPace * stage.Seconds / 60 + 19) / 20 * 20;

    public static int Lines(Stage stage) => Math.Max(2, (SuggestedZi(stage) + ZiPerLine - 1) / ZiPerLine);
}
