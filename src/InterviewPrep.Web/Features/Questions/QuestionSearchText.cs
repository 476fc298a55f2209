using InterviewPrep.Web.Content;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>What a search looks through, place by place, folded by <see cref="SpeechText.Fold"/>. A row of its own, so that lists do not carry it.</summary>
public sealed class QuestionSearchText
{
    public int QuestionId { get; private set; }

    /// <summary>The material that is read before the question, and the question.</summary>
    public string Prompt { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Post { get; private set; } = "";

    public string Field { get; private set; } = "";

    /// <summary>Names of the expected scoring points.</summary>
    public string Points { get; private set; } = "";

    /// <summary>The words of the model answers.</summary>
    public string Answers { get; private set; } = "";

    /// <summary>Takes over what a question says now.</summary>
    /// <param name="framework">The frame that names the points.</param>
    public void Update(QuestionContent content, Framework? framework)
    {
        Prompt = Fold([content.Material?.Title, content.Material?.Text, content.Prompt]);
        Title = Fold([content.Title]);
        Post = Fold([content.Post]);
        Field = Fold([content.Field]);
        Points = Fold(content.Points.Select(p => framework?.FindPoint(p.Point)?.Name));
        Answers = Fold(content.Answers.SelectMany(a => a.Stages).Select(s => s.Text.Text));
    }

    private static string Fold(IEnumerable<string?> texts) => SpeechText.Fold(string.Join('\n', texts.Where(t => !string.IsNullOrEmpty(t))));
}
