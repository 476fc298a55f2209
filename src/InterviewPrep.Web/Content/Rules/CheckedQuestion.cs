using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content.Rules;

/// <summary>One question as the rules see it, and the place where they say what is wrong with it.</summary>
internal sealed class CheckedQuestion(QuestionContent question, ContentLibrary library, SourceMap sources, ICollection<ContentProblem> problems)
{
    /// <summary>The frame of public doubt, complaint and conflict.</summary>
    public const string FourSteps = "attitude-action-longterm";

    public QuestionContent Question => question;

    public ContentLibrary Library => library;

    public Framework Frame { get; } = library.FindFramework(question.Framework)!;

    public bool IsFourSteps => question.Framework == FourSteps;

    public IReadOnlyList<CheckedAnswer> Answers { get; } = [.. question.Answers.Select((a, i) => new CheckedAnswer(a, i))];

    /// <summary>Adds a problem at the line of the question or of a part of it.</summary>
    /// <param name="paragraph">Which paragraph of the part, from 0.</param>
    public void Add(object part, string message, int paragraph = 0) => problems.Add(sources.Problem(part, message, paragraph));
}

/// <summary>One model answer as the rules see it.</summary>
internal sealed class CheckedAnswer(AnswerContent answer, int index)
{
    private const string ShortTitle = "两分钟短答";

    public AnswerContent Content => answer;

    public string Title => answer.Title;

    public bool IsFirst => index == 0;

    /// <summary>True for an answer whose title says that it is the short one of two minutes.</summary>
    public bool IsShort => index > 0 && answer.Title.StartsWith(ShortTitle, StringComparison.Ordinal);

    public string Text { get; } = string.Join('\n', answer.Stages.Select(s => s.Text.Text));

    public int Zi { get; } = answer.Stages.Sum(s => SpeechText.CountZi(s.Text.Text));

    public StageText? Stage(string id) => answer.Stages.FirstOrDefault(s => s.Stage == id);
}
