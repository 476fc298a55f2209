using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>What a text must satisfy to be kept, and what is said where it cannot be, for the autosave and the plain form alike.</summary>
public static class DraftForm
{
    /// <summary>Most parts of an answer: the stages of a frame, and as many that it had before.</summary>
    public const int MostStages = 8;

    public static readonly string TooManyStages = $"作答最多 {MostStages} 步，没有保存；您写的内容还在这里。";

    public const string StorageFull = "服务器的磁盘满了，没有保存。您写的内容还在；请告诉老师或管理员，腾出空间后会自动再存。";

    public const string StorageUnavailable = "服务器暂时存不了，没有保存。您写的内容还在，过一会儿会再试。";

    /// <returns>Status and reason of a refusal, or null where the text can be kept as it is.</returns>
    public static (int Status, string Reason)? Validate(IReadOnlyDictionary<string, string> stages)
    {
        if (stages.Count > MostStages) return (400, TooManyStages);
        if (stages.Values.Any(t => t.Length > DraftText.LongestStage))
            return (413, $"一栏最多 {DraftText.LongestStage} 个字符，没有保存。请删短后再试。");
        return stages.Values.Select(ForbiddenCharacters.Find).FirstOrDefault(c => c is not null) is { } character
            ? (400, $"内容里有无法保存的控制字符（{character}），没有保存。请删掉它再试。") : null;
    }
}
