using System.Text.Json;

namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Reads labelled answers, a JSON line each.</summary>
public static class LabelReader
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>All answers of the <c>*.jsonl</c> files of a folder, in order of file and line.</summary>
    /// <param name="problems">Takes what is wrong in the lines.</param>
    public static IReadOnlyList<LabelledAnswer> Read(string folder, ICollection<ContentProblem> problems)
    {
        var answers = new List<LabelledAnswer>();
        if (!Directory.Exists(folder)) return answers;
        foreach (var path in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var line in File.ReadLines(path))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line)) continue;
                var problem = new ContentProblem(Path.GetFileName(path), number, "");
                try
                {
                    if (JsonSerializer.Deserialize<LabelledAnswer>(line, Json) is { Sentences.Count: > 0 } answer && answer.Sentences.All(s => s.Text?.Length > 0)) answers.Add(answer with { Frame = answer.Frame ?? "" });
                    else problems.Add(problem with { Message = "an answer needs sentences with text" });
                }
                catch (JsonException e)
                {
                    problems.Add(problem with { Message = $"JSON: {e.Message.ReplaceLineEndings(" ")}" });
                }
            }
        }
        return answers;
    }
}
