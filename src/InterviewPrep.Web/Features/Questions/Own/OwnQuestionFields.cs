using System.Globalization;
using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Questions.Own;

/// <summary>The form of an own question as the page sends it: <c>points.attitude.thank</c>, <c>answer0.attitude</c>, <c>follow1.ask</c>.</summary>
public static class OwnQuestionFields
{
    public static OwnQuestionForm Read(IFormCollection sent, ContentLibrary content)
    {
        string Text(string name) => sent[name].ToString().ReplaceLineEndings("\n");
        int Number(string name) => int.TryParse(sent[name], CultureInfo.InvariantCulture, out var number) ? number : 0;
        var framework = content.FindFramework(Text("framework"));
        var form = new OwnQuestionForm
        {
            Title = Text("title"),
            Type = Text("type"),
            Difficulty = Number("difficulty"),
            Framework = framework?.Slug ?? "",
            Why = Text("why"),
            Post = Text("post"),
            Field = Text("field"),
            Identity = Text("identity"),
            Conflict = Text("conflict"),
            Order = Text("order"),
            Prompt = Text("prompt"),
            Elements = [.. sent["elements"].OfType<string>()],
        };
        foreach (var point in framework?.Points ?? [])
        {
            if (Number($"points.{point.Id}") is > 0 and var weight) form.Points[point.Id] = weight;
        }
        for (var i = 0; i < OwnQuestionForm.MostAnswers; i++)
        {
            var answer = new OwnQuestionForm.AnswerForm { Title = Text($"answer{i}.title") };
            // Whatever stages the page had, also those of a frame that was chosen before.
            foreach (var name in sent.Keys.Where(k => k.StartsWith($"answer{i}.", StringComparison.Ordinal) && !k.EndsWith(".title", StringComparison.Ordinal))) answer.Stages[name[$"answer{i}.".Length..]] = Text(name);
            if (answer.Title.Trim().Length > 0 || answer.Stages.Values.Any(t => t.Trim().Length > 0)) form.Answers.Add(answer);
        }
        for (var i = 0; i < OwnQuestionForm.MostFollowUps; i++)
        {
            var (ask, when, missing) = (Text($"follow{i}.ask").Trim(), Text($"follow{i}.when").Trim(), Text($"follow{i}.missing"));
            if (ask.Length + when.Length > 0) form.FollowUps.Add(new FollowUp(when, missing, ask, Text($"follow{i}.reply").Trim(), Text($"follow{i}.always") == "true" && missing.Length == 0));
        }
        return form;
    }
}
