using InterviewPrep.Web.Content.Rules;

namespace InterviewPrep.Web.Content.Counting;

/// <summary>How questions are sorted: types, difficulty, themes, forms, exams, voices, weak answers and follow-ups.</summary>
internal static class SortingLines
{
    public static void Write(CheckedBank bank, TableLines lines)
    {
        var questions = bank.Library.Questions;
        lines.Head($"{questions.Count} questions");
        foreach (var type in questions.GroupBy(q => q.Type).OrderByDescending(g => g.Count()))
            lines.Line(QuestionTypes.Name(type.Key), $"{type.Count()}   difficulty 1–5: {string.Join('/', Enumerable.Range(1, 5).Select(d => type.Count(q => q.Difficulty == d)))}");
        lines.Line("difficulty 1–5", $"{string.Join('/', Enumerable.Range(1, 5).Select(d => questions.Count(q => q.Difficulty == d)))}");
        lines.Counts("themes", questions.Select(q => q.Theme.Length > 0 ? q.Theme : "(none)"));
        foreach (var type in QuestionTypes.All.Where(t => Forms.Of(t).Count > 0))
            lines.Counts($"forms of {QuestionTypes.Name(type)}", questions.Where(q => q.Type == type).Select(q => q.Form.Length > 0 ? q.Form : "(none)"));
        lines.Counts("exams", questions.SelectMany(q => q.Exams));
        lines.Counts("voices of model answers", questions.SelectMany(q => q.Voices).Select(v => $"{v} {Voices.Name(v)}"));
        lines.Line("with a picture, with a material", $"{questions.Count(q => q.Picture is not null)}, {questions.Count(q => q.Material is not null)}");
        lines.Counts("elements", questions.SelectMany(q => q.Elements));

        lines.Head("Weak answers and follow-ups");
        lines.Line("questions with a weak answer", $"{questions.Count(q => q.WeakAnswers.Count > 0)}");
        lines.Counts("faults", questions.SelectMany(q => q.WeakAnswers).SelectMany(w => w.Text.Marks).Select(m => Faults.Name(m.Id)));
        var followUps = questions.SelectMany(q => q.FollowUps).ToList();
        lines.Line("follow-ups", $"{followUps.Count}, {followUps.Count(f => f.Reply.Length > 0)} with a reply, {followUps.Count(f => f.Missing.Length > 0)} tied to a point, {followUps.Count(f => f.Always)} always asked");
    }
}
