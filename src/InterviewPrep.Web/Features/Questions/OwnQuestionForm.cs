using System.Text.Encodings.Web;
using System.Text.Json;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>A question as a teacher types it: the parts of a shipped one, with marks in model answers written as <c>[words](attitude.thank)</c>.</summary>
public sealed class OwnQuestionForm
{
    public const int LongestText = 4_000, MostAnswers = 4, MostFollowUps = 6;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public sealed class AnswerForm
    {
        public string Title { get; set; } = "";

        /// <summary>Text with marks, by stage.</summary>
        public Dictionary<string, string> Stages { get; set; } = [];
    }

    public string Title { get; set; } = "";

    public string Type { get; set; } = "";

    public int Difficulty { get; set; } = 2;

    /// <summary>Slug of the frame.</summary>
    public string Framework { get; set; } = "";

    /// <summary>Why this frame, where it does not list the type.</summary>
    public string Why { get; set; } = "";

    public string Post { get; set; } = "";

    public string Field { get; set; } = "";

    public string Identity { get; set; } = "";

    public string Conflict { get; set; } = "";

    public string Order { get; set; } = "";

    public string Prompt { get; set; } = "";

    public List<string> Elements { get; set; } = [];

    /// <summary>Weight from 1 to 3 by point.</summary>
    public Dictionary<string, int> Points { get; set; } = [];

    public List<AnswerForm> Answers { get; set; } = [];

    public List<FollowUp> FollowUps { get; set; } = [];

    /// <summary>What the question shows and what is read before it, where it was copied from one that has them; they are not typed.</summary>
    public Picture? Picture { get; set; }

    public Material? Material { get; set; }

    public string ToSketch() => JsonSerializer.Serialize(this, Json);

    public static OwnQuestionForm FromSketch(string sketch) => JsonSerializer.Deserialize<OwnQuestionForm>(sketch, Json) ?? new();

    /// <summary>A revision as a form, to change it or to copy it.</summary>
    public static OwnQuestionForm From(QuestionRevision revision) => From(revision, revision.Question);

    /// <param name="question">The question that it is a revision of, where the revision does not say.</param>
    public static OwnQuestionForm From(QuestionRevision revision, Question question) => new()
    {
        Title = question.Title,
        Type = question.Type,
        Difficulty = question.Difficulty,
        Framework = revision.Framework,
        Why = revision.Why,
        Post = question.Post,
        Field = question.Field,
        Identity = revision.Analysis.Identity,
        Conflict = revision.Analysis.Conflict,
        Order = revision.Analysis.Order,
        Prompt = revision.Prompt,
        Elements = [.. revision.Elements],
        Points = revision.Points.OrderBy(p => p.Order).ToDictionary(p => p.Point, p => p.Weight),
        FollowUps = [.. revision.FollowUps],
        Picture = revision.Picture,
        Material = revision.Material,
        Answers = [.. revision.Answers.OrderBy(a => a.Order).Select(a => new AnswerForm { Title = a.Title, Stages = a.Stages.ToDictionary(s => s.Stage, s => Written(s.Text)) })],
    };

    /// <summary>Reads the form by the rules of shipped questions.</summary>
    /// <param name="slug">Address of the question that it becomes.</param>
    /// <returns>The question where nothing is wrong, else what is.</returns>
    public (QuestionContent? Question, IReadOnlyList<RuleBreach> Breaches) Read(string slug, ContentLibrary content)
    {
        var breaches = new List<RuleBreach>();
        void Refuse(string part, string chinese) => breaches.Add(new RuleBreach(part, chinese, chinese));
        void Need(string part, string text, string name, int longest)
        {
            if (text.Trim().Length == 0) Refuse(part, $"{name}还没有写。");
            else if (text.Length > longest) Refuse(part, $"{name}最多 {longest} 个字符。");
            else if (ForbiddenCharacters.Find(text) is { } c) Refuse(part, $"{name}里有无法保存的控制字符（{c}）。");
        }
        const int Longest = QuestionConfiguration.NameLength;
        Need(QuestionRules.Title, Title, "题名", Longest);
        Need("post", Post, "岗位", Longest);
        Need("field", Field, "领域", Longest);
        Need("identity", Identity, "审题里的身份", LongestText);
        Need("conflict", Conflict, "审题里的矛盾", LongestText);
        Need("order", Order, "审题里的先后", LongestText);
        if (!QuestionTypes.Knows(Type)) Refuse("type", "请选题型。");
        if (Difficulty is < 1 or > 5) Refuse("difficulty", "难度是 1 到 5。");
        if (Elements.Count == 0 || Elements.Except(Content.Elements.All).Any()) Refuse("elements", "请从测评要素里选，至少一个。");
        if (content.FindFramework(Framework) is not { } framework)
        {
            Refuse("framework", "请选答题框架。");
            return (null, breaches);
        }
        if (!framework.Types.Contains(Type) && Why.Trim().Length == 0) Refuse("why", "这个框架不是为这种题型配的，请写明为什么用它，或换一个。");
        if (Points.Any(p => framework.FindPoint(p.Key) is null || p.Value is < 1 or > 3)) Refuse(QuestionRules.Points, "采分点要出自所选框架，分量是 1 到 3。");
        if (FollowUps.Count > MostFollowUps || FollowUps.Any(f => f.Ask.Trim().Length == 0 || f.Ask.Length > LongestText || f.Reply.Length > LongestText || (f.Missing.Length > 0 && framework.FindPoint(f.Missing) is null)))
            Refuse("followups", $"追问最多 {MostFollowUps} 条，都要有内容。");
        if (Answers.Count > MostAnswers) Refuse(QuestionRules.Answers, $"示例最多 {MostAnswers} 份。");
        var answers = Answers.Take(MostAnswers).Select(a => Answer(a, framework, Refuse)).ToList();
        var question = new QuestionContent(slug, Type, Title.Trim(), Difficulty, Framework, Why.Trim(), Post.Trim(), Field.Trim(),
            new Analysis(Identity.Trim(), Conflict.Trim(), Order.Trim()), Elements, [.. Points.Select(p => new PointWeight(p.Key, p.Value))], FollowUps,
            Prompt.Trim(), answers, [], Sha256.Hex(ToSketch()))
        {
            Picture = Picture,
            Material = Material,
        };
        breaches.AddRange(QuestionRules.Breaches(question));
        return breaches.Count == 0 ? (question, []) : (null, breaches);
    }

    private static AnswerContent Answer(AnswerForm answer, Framework framework, Action<string, string> refuse)
    {
        var stages = new List<StageText>();
        var name = answer.Title.Trim().Length > 0 ? answer.Title.Trim() : "未命名";
        if (answer.Title.Trim().Length is 0 or > QuestionConfiguration.NameLength) refuse(QuestionRules.Answers, "每份示例都要有题目。");
        foreach (var stage in framework.Stages)
        {
            var problems = new List<ContentProblem>();
            var typed = answer.Stages.GetValueOrDefault(stage.Id, "");
            if (typed.Length > LongestText || ForbiddenCharacters.Find(typed) is not null) refuse(QuestionRules.Answers, $"示例「{name}」的{stage.Name}太长，或有无法保存的字符。");
            var text = MarkedText.Parse(new Body(typed.ReplaceLineEndings("\n"), 1), new ProblemList(new SourceFile("", ""), problems));
            if (text.Text.Trim().Length == 0) refuse(QuestionRules.Answers, $"示例「{name}」的{stage.Name}还没有写。");
            if (problems.Count > 0) refuse(QuestionRules.Answers, $"示例「{name}」的{stage.Name}里，标记要写成[原话](采分点)，每处 {MarkedText.ShortestMark} 到 {MarkedText.LongestMark} 个字符，不用别的格式符号。");
            foreach (var mark in text.Marks.Where(m => framework.FindPoint(m.Id) is null)) refuse(QuestionRules.Answers, $"示例「{name}」标了框架里没有的采分点：{mark.Id}。");
            stages.Add(new StageText(stage.Id, text));
        }
        return new AnswerContent(name, stages);
    }

    private static string Written(MarkedText text) =>
        string.Concat(text.Runs().Select(r => r.Mark is null ? r.Text : $"[{r.Text}]({r.Mark.Id})"));
}
