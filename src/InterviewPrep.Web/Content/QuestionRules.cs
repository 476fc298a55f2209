using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content;

/// <summary>Something that a question does not satisfy.</summary>
/// <param name="Part">Which part, as the file's key or the form's field calls it: title, points, prompt, answers…</param>
/// <param name="Message">For authors of files.</param>
/// <param name="Chinese">For teachers who write in the app.</param>
public sealed record RuleBreach(string Part, string Message, string Chinese);

/// <summary>What one question must satisfy by itself, in a file or in the app; what concerns the bank as a whole is in <see cref="BankRules"/>.</summary>
internal static class QuestionRules
{
    /// <summary>Lengths in 字. At 220 字 a minute three minutes hold 660; published answers have a median of 455.</summary>
    public const int ShortestPrompt = 40, ShortestWithMaterial = 10, LongestPrompt = 220, ShortestAnswer = 220, FullAnswer = 450, LongestAnswer = 700;

    public const int FewestPoints = 5, MostPoints = 9, LongestTitle = 20, FewestAnswers = 2;

    public const string Title = "title", Points = "points", Prompt = "prompt", Answers = "answers";

    /// <summary>Saying who one is cancels the score in the real room.</summary>
    private static readonly string[] IdentityWords = ["我叫", "我毕业于", "我来自", "我的家乡", "我的母校", "我就读", "我所在的大学"];

    public static void Check(QuestionContent question, FrontMatter front, int promptLine, ProblemList problems)
    {
        foreach (var breach in Breaches(question))
            problems.Add(breach.Part is Title or Points ? front.LineOf(breach.Part) : promptLine, breach.Message);
    }

    /// <summary>All that is wrong.</summary>
    public static IEnumerable<RuleBreach> Breaches(QuestionContent question)
    {
        if (question.Title.Length > LongestTitle)
            yield return new(Title, $"the title is longer than {LongestTitle} characters", $"题名最多 {LongestTitle} 个字符。");
        if (question.Points.Count is < FewestPoints or > MostPoints)
            yield return new(Points, $"{question.Points.Count} points; {FewestPoints} to {MostPoints} are expected", $"采分点要 {FewestPoints} 到 {MostPoints} 个，现在有 {question.Points.Count} 个。");
        var zi = SpeechText.CountZi(question.Prompt);
        // What a shared material tells, the prompt does not tell again.
        var shortest = question.Material is not null ? ShortestWithMaterial : ShortestPrompt;
        if (zi < shortest || zi > LongestPrompt)
            yield return new(Prompt, $"the prompt has {zi} 字; {shortest} to {LongestPrompt} are allowed", $"题干要 {shortest} 到 {LongestPrompt} 字，现在有 {zi} 字。");
        if (question.Answers.Count < FewestAnswers)
            yield return new(Answers, $"{question.Answers.Count} model answers; at least {FewestAnswers} are needed", $"至少要 {FewestAnswers} 份示例作答，现在有 {question.Answers.Count} 份。");
        for (var i = 0; i < question.Answers.Count; i++)
        {
            foreach (var breach in AnswerBreaches(question, i)) yield return breach;
        }
    }

    private static IEnumerable<RuleBreach> AnswerBreaches(QuestionContent question, int index)
    {
        var answer = question.Answers[index];
        var text = string.Concat(answer.Stages.Select(s => s.Text.Text));
        var zi = SpeechText.CountZi(text);
        var shortest = index == 0 ? FullAnswer : ShortestAnswer;
        if (zi < shortest || zi > LongestAnswer)
            yield return new(Answers, $"the model answer “{answer.Title}” has {zi} 字; {shortest} to {LongestAnswer} are allowed", $"示例「{answer.Title}」要 {shortest} 到 {LongestAnswer} 字，现在有 {zi} 字。");

        var marked = answer.Stages.SelectMany(s => s.Text.Marks).Select(m => m.Id).ToHashSet();
        var missing = question.Points.Where(p => !marked.Contains(p.Point)).Select(p => p.Point).ToList();
        if (index == 0 ? missing.Count > 0 : missing.Count * 2 > question.Points.Count)
            yield return new(Answers, $"the model answer “{answer.Title}” does not mark {string.Join(", ", missing)}", $"示例「{answer.Title}」里还没有标出：{string.Join('、', missing)}。");

        foreach (var word in IdentityWords.Where(text.Contains))
            yield return new(Answers, $"the model answer “{answer.Title}” says who the candidate is: “{word}”", $"示例「{answer.Title}」透露了考生身份：“{word}”。");
    }
}
