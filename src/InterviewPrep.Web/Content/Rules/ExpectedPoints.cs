using System.Text.RegularExpressions;

namespace InterviewPrep.Web.Content.Rules;

/// <summary>What a prompt of the four-step frame plainly asks for is among its expected points.</summary>
internal static partial class ExpectedPoints
{
    public static void Check(CheckedQuestion seen)
    {
        if (!seen.IsFourSteps) return;
        var (prompt, type) = (seen.Question.Prompt, seen.Question.Type);
        var expected = seen.Question.Points.Select(p => p.Point).ToHashSet();
        if (Collusion().Match(prompt) is { Success: true } suspicion && !expected.Contains("action.team"))
            seen.Add(seen.Question, $"the prompt suspects collusion (“{suspicion.Value}”), and action.team is not expected: who checks, who stands aside");
        if (type == "public-doubt" && Public().IsMatch(prompt) && !expected.Contains("longterm.publish"))
            seen.Add(seen.Question, "the doubt is public, and longterm.publish is not expected: where all read the result");
        if (Answer().Match(prompt) is { Success: true } demand && !expected.Contains("attitude.deadline") && !expected.Contains("longterm.followup"))
            seen.Add(seen.Question, $"the prompt demands an answer (“{demand.Value}”), and neither attitude.deadline nor longterm.followup is expected");
    }

    [GeneratedRegex("串通|勾结|关系户|内部人|内定|猫腻|熟人|有关系|走后门|自己查自己|官官相护|包庇|护短|是不是.{0,8}(熟|亲戚|有关)|收了?好处|托儿")]
    private static partial Regex Collusion();

    [GeneratedRegex("网|帖|视频|群里|群聊|热搜|转发|媒体|记者|直播|评论|截图|公众号|朋友圈|传开")]
    private static partial Regex Public();

    [GeneratedRegex("要个说法|讨说法|给.{0,4}说法|给.{0,4}交代|什么时候|到底.{0,6}(哪天|几时|何时)|要求.{0,6}(答复|解释|回复)|等.{0,6}答复|没人答复|没有答复|没有回音")]
    private static partial Regex Answer();
}
