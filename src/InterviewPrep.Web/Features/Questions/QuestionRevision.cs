using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>What a question says at one time. Never changed: drafts keep the revision that they answer.</summary>
public sealed class QuestionRevision
{
    private QuestionRevision()
    {
    }

    public QuestionRevision(int number, QuestionContent content, DateTimeOffset now)
    {
        Number = number;
        CreatedAt = now;
        Framework = content.Framework;
        Why = content.Why;
        Prompt = content.Prompt;
        Analysis = content.Analysis;
        Elements = content.Elements;
        FollowUps = content.FollowUps;
        WeakAnswers = content.WeakAnswers;
        Voices = content.Voices;
        Picture = content.Picture;
        Material = content.Material;
        Points = [.. content.Points.Select((p, i) => new ExpectedPoint(p.Point, p.Weight, i))];
        Answers = [.. content.Answers.Select((a, i) => new ModelAnswer(a.Title, i, a.Stages))];
    }

    public int Id { get; private set; }

    public int QuestionId { get; private set; }

    public Question Question { get; private set; } = null!;

    public int Number { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Slug of the answer frame.</summary>
    public string Framework { get; private set; } = "";

    /// <summary>Why a frame is used that is not the type's own; empty otherwise.</summary>
    public string Why { get; private set; } = "";

    public string Prompt { get; private set; } = "";

    public Analysis Analysis { get; private set; } = null!;

    public IReadOnlyList<string> Elements { get; private set; } = [];

    public IReadOnlyList<FollowUp> FollowUps { get; private set; } = [];

    public IReadOnlyList<WeakAnswer> WeakAnswers { get; private set; } = [];

    /// <summary>The voice of each model answer, in order; empty where none is named.</summary>
    public IReadOnlyList<string> Voices { get; private set; } = [];

    public Picture? Picture { get; private set; }

    public Material? Material { get; private set; }

    public ICollection<ExpectedPoint> Points { get; private set; } = [];

    public ICollection<ModelAnswer> Answers { get; private set; } = [];
}

/// <summary>A scoring point that an answer to this question is expected to make.</summary>
public sealed class ExpectedPoint(string point, int weight, int order)
{
    public int Id { get; private set; }

    public int RevisionId { get; private set; }

    /// <summary>Id of the point in the revision's frame.</summary>
    public string Point { get; private set; } = point;

    /// <summary>From 1 to 3.</summary>
    public int Weight { get; private set; } = weight;

    public int Order { get; private set; } = order;
}

/// <summary>A model answer, stage by stage, with the stretches that make points.</summary>
public sealed class ModelAnswer
{
    private ModelAnswer()
    {
    }

    public ModelAnswer(string title, int order, IReadOnlyList<StageText> stages) => (Title, Order, Stages) = (title, order, stages);

    public int Id { get; private set; }

    public int RevisionId { get; private set; }

    public string Title { get; private set; } = "";

    public int Order { get; private set; }

    public IReadOnlyList<StageText> Stages { get; private set; } = [];
}
