using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content.Rules;

/// <summary>The ending of a four-step answer: the speaker, one idea of serving, one detail of this case, marked as what it is.</summary>
internal static class Endings
{
    private const string Closing = "closing", Serve = "closing.serve";

    /// <summary>Pairs of characters that stand in any prompt and so are no detail of a case.</summary>
    private static readonly HashSet<string> Common =
        ["我们", "群众", "居民", "村民", "市民", "大家", "工作", "作人", "人员", "问题", "单位", "领导", "反映", "质疑", "一个", "一次", "没有", "这个", "什么", "怎么", "处理", "自己", "他们", "可以", "就是", "不是", "有人", "你是", "你会"];

    public static void Check(CheckedQuestion seen)
    {
        if (!seen.IsFourSteps) return;
        foreach (var answer in seen.Answers)
        {
            if (answer.Stage(Closing) is not { Text: var ending }) continue;
            if (!Phrases.Speaker().IsMatch(ending.Text)) seen.Add(ending, "升华 has no speaker: 我 or 我们");
            if (!Phrases.Serving().IsMatch(ending.Text)) seen.Add(ending, "升华 has no idea of serving: 群众、服务、信任、监督、参与、改进、渠道…");
            if (ending.Marks.All(m => m.Id != Serve)) seen.Add(ending, $"升华 has no stretch marked {Serve}");
            if (!HasDetail(ending.Text, seen.Question)) seen.Add(ending, "升华 names nothing of this case: no word in common with prompt, analysis or follow-ups");
        }
    }

    private static bool HasDetail(string ending, QuestionContent question)
    {
        var (analysis, asks) = (question.Analysis, question.FollowUps.Select(f => f.When + "。" + f.Ask));
        var told = Pairs(string.Join('。', [question.Prompt, question.Title, question.Post, analysis.Identity, analysis.Conflict, analysis.Order, .. asks])).ToHashSet();
        return Pairs(ending).Any(p => told.Contains(p) && !Common.Contains(p));
    }

    private static IEnumerable<string> Pairs(string text) =>
        Sentences.Split(text).Select(SpeechText.Spoken).SelectMany(s => Enumerable.Range(0, Math.Max(0, s.Length - 1)).Select(i => s.Substring(i, 2)));
}
