using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Moves the text of a stage that was removed from the frame to the end of another stage's text.</summary>
public static class LostStage
{
    private const char Separator = '>';

    /// <summary>What the button sends that moves the text of a stage.</summary>
    public static string Order(Stage from, Stage to) => $"{from.Id}{Separator}{to.Id}";

    /// <returns>The stages with the text moved; null where nothing was to be moved.</returns>
    public static Dictionary<string, string>? Move(string? order, Framework framework, IReadOnlyDictionary<string, string> stages)
    {
        if (order?.Split(Separator) is not [var from, var to] || framework.FindStage(to) is null || !stages.TryGetValue(from, out var text)) return null;
        var before = stages.GetValueOrDefault(to, "");
        return new(stages) { [to] = before.Length == 0 ? text : $"{before}\n{text}", [from] = "" };
    }
}
