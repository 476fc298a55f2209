using InterviewPrep.Web.Content.Coaching;

namespace InterviewPrep.Web.Content;

/// <summary>An answer frame: what to say, in which order, and the points it is scored by.</summary>
/// <param name="Types">Question types that the frame fits, as folder names.</param>
/// <param name="Stages">One to four stages, in speaking order.</param>
/// <param name="Because">Why the types that it fits are answered by it, in one sentence to the learner.</param>
/// <param name="SelfChecks">Short sentences to tick after an answer, as printed on sheets; may be empty.</param>
/// <param name="BodyHtml">When it fits and when it does not, rendered.</param>
public sealed record Framework(
    string Slug, string Title, string Short, IReadOnlyList<string> Types, IReadOnlyList<Stage> Stages, string Because, IReadOnlyList<string> SelfChecks, string BodyHtml)
{
    /// <summary>What finds the frame's points in an answer; null where nothing says how.</summary>
    public FrameCoach? Coach { get; init; }

    /// <summary>What one checks after an answer: the frame's own sentences, else the aim of each stage.</summary>
    public IReadOnlyList<string> Checks => SelfChecks.Count > 0 ? SelfChecks : [.. Stages.Select(s => $"{s.Name}：{s.Aim}")];

    /// <summary>All scoring points, in order.</summary>
    public IEnumerable<ScoringPoint> Points => Stages.SelectMany(s => s.Points);

    /// <summary>A frame that the content has no longer: what was written in its stages is still there to be read.</summary>
    public static Framework Lost(string slug) => new(slug, Stage.LostName, "", [], [], "", [], "");

    /// <summary>
    /// The stages with, behind them, one for each part of a text whose stage the frame has no longer. Whoever shows a text goes by these,
    /// so that nothing that was written is hidden.
    /// </summary>
    /// <param name="texts">Texts by stage that are shown together.</param>
    public IReadOnlyList<Stage> StagesOf(params IEnumerable<IReadOnlyDictionary<string, string>> texts)
    {
        var lost = texts.SelectMany(t => t).Where(part => part.Value.Length > 0 && FindStage(part.Key) is null).Select(part => part.Key).Distinct().Order(StringComparer.Ordinal).ToList();
        return lost.Count == 0 ? Stages : [.. Stages, .. lost.Select((id, i) => Stage.Lost(id, lost.Count == 1 ? 0 : i + 1))];
    }

    public Stage? FindStage(string id) => Stages.FirstOrDefault(s => s.Id == id);

    public ScoringPoint? FindPoint(string id) => Points.FirstOrDefault(p => p.Id == id);
}

/// <summary>One stage of a frame.</summary>
/// <param name="Number">Place in the frame, from 1; decides colour and pattern.</param>
/// <param name="Glyph">The one character that stands for the stage in a circle.</param>
/// <param name="Placeholder">What an empty field suggests.</param>
/// <param name="Seconds">Suggested speaking time in an answer of about three minutes.</param>
public sealed record Stage(string Id, int Number, string Name, string Glyph, string Aim, string Placeholder, int Seconds, IReadOnlyList<ScoringPoint> Points)
{
    /// <summary>What stages are called that a frame has no longer.</summary>
    public const string LostName = "以前的步骤";

    /// <summary>True for a part of an answer whose stage the frame has no longer.</summary>
    public bool IsLost => Number == 0;

    /// <param name="number">Tells several of them apart, from 1; 0 for one alone.</param>
    internal static Stage Lost(string id, int number) => new(id, 0, number == 0 ? LostName : $"{LostName}（{number}）", "旧", "", "", 0, []);
}

/// <summary>A scoring point (采分点).</summary>
/// <param name="Asks">What the frame asks for.</param>
/// <param name="Cues">Phrases that hint at the point, if any; <c>A…B</c> means A and then B within twelve characters.</param>
public sealed record ScoringPoint(string Id, string Name, string Asks, IReadOnlyList<string> Cues)
{
    /// <summary>What counts as this point.</summary>
    public string Counts { get; init; } = "";

    /// <summary>What is often taken for it and does not count.</summary>
    public string CountsNot { get; init; } = "";

    /// <summary>What it is only half without.</summary>
    public string Half { get; init; } = "";

    /// <summary>A sentence that makes it.</summary>
    public string Example { get; init; } = "";

    /// <summary>Id of the stage that the point belongs to.</summary>
    public string Stage => Id[..Id.IndexOf('.')];
}
