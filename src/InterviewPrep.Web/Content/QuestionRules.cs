namespace InterviewPrep.Web.Content;

/// <summary>What one question must satisfy by itself; what concerns the bank as a whole is in <see cref="BankRules"/>.</summary>
internal static class QuestionRules
{
    /// <summary>Lengths in 字. At 220 字 a minute three minutes hold 660; published answers have a median of 455.</summary>
    public const int ShortestPrompt = 40, LongestPrompt = 220, ShortestAnswer = 220, FullAnswer = 450, LongestAnswer = 700;

    public const int FewestPoints = 5, MostPoints = 9, LongestTitle = 20, FewestAnswers = 2;

    /// <summary>Saying who one is cancels the score in the real room.</summary>
    private static readonly string[] IdentityWords = ["我叫", "我毕业于", "我来自", "我的家乡", "我的母校", "我就读", "我所在的大学"];

    public static void Check(QuestionContent question, FrontMatter front, int promptLine, ProblemList problems)
    {
        if (question.Title.Length > LongestTitle) problems.Add(front.LineOf("title"), $"the title is longer than {LongestTitle} characters");
        if (question.Points.Count is < FewestPoints or > MostPoints)
            problems.Add(front.LineOf("points"), $"{question.Points.Count} points; {FewestPoints} to {MostPoints} are expected");
        var zi = SpeechText.CountZi(question.Prompt);
        if (zi is < ShortestPrompt or > LongestPrompt)
            problems.Add(promptLine, $"the prompt has {zi} 字; {ShortestPrompt} to {LongestPrompt} are allowed");
        if (question.Answers.Count < FewestAnswers) problems.Add(promptLine, $"{question.Answers.Count} model answers; at least {FewestAnswers} are needed");
        for (var i = 0; i < question.Answers.Count; i++) CheckAnswer(question, i, promptLine, problems);
    }

    private static void CheckAnswer(QuestionContent question, int index, int line, ProblemList problems)
    {
        var answer = question.Answers[index];
        var text = string.Concat(answer.Stages.Select(s => s.Text.Text));
        var zi = SpeechText.CountZi(text);
        var shortest = index == 0 ? FullAnswer : ShortestAnswer;
        if (zi < shortest || zi > LongestAnswer)
            problems.Add(line, $"the model answer “{answer.Title}” has {zi} 字; {shortest} to {LongestAnswer} are allowed");

        var marked = answer.Stages.SelectMany(s => s.Text.Marks).Select(m => m.Id).ToHashSet();
        var missing = question.Points.Where(p => !marked.Contains(p.Point)).Select(p => p.Point).ToList();
        if (index == 0 ? missing.Count > 0 : missing.Count * 2 > question.Points.Count)
            problems.Add(line, $"the model answer “{answer.Title}” does not mark {string.Join(", ", missing)}");

        foreach (var word in IdentityWords.Where(text.Contains))
            problems.Add(line, $"the model answer “{answer.Title}” says who the candidate is: “{word}”");
    }
}
