namespace InterviewPrep.Web.Content.Rules;

/// <summary>The front matter of a question is complete: theme, form, exams, voices, and what a four-step answer always earns.</summary>
internal static class QuestionKeys
{
    private const int MostExams = 5, ShortestAlt = 30, LongestAlt = 150;

    private const string Serving = "closing.serve";

    public static void Check(CheckedQuestion seen)
    {
        var question = seen.Question;
        if (question.Theme.Length == 0) seen.Add(question, "“theme” is missing");
        CheckForm(seen);
        if (question.Exams.Count is 0 or > MostExams)
            seen.Add(question, $"“exams” names 1 to {MostExams} exams");
        if (question.Voices.Count != question.Answers.Count)
            seen.Add(question, $"“voices” names {question.Voices.Count} voices for {question.Answers.Count} model answers; one each");
        if (question.Picture is { Alt.Length: < ShortestAlt or > LongestAlt } picture)
            seen.Add(picture, $"“alt” has {picture.Alt.Length} characters; {ShortestAlt} to {LongestAlt} say what stands in the picture");
        if (seen.IsFourSteps && question.Points.All(p => p.Point != Serving))
            seen.Add(question, $"“{Serving}” is expected with a weight of at least 1");
    }

    private static void CheckForm(CheckedQuestion seen)
    {
        var forms = Forms.Of(seen.Question.Type);
        if (forms.Count > 0 && seen.Question.Form.Length == 0)
            seen.Add(seen.Question, $"“form” is missing; one of {string.Join('、', forms)}");
    }
}
