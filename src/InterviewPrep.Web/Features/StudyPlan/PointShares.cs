using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.StudyPlan;

/// <summary>How often something was made in the last scored answers that asked for it.</summary>
/// <param name="Name">A point's, a stage's or a type's, as people call it.</param>
/// <param name="Asked">How often it was asked for.</param>
/// <param name="Made">How often it was made.</param>
public sealed record PointShare(string Framework, string Id, string Name, int Asked, int Made)
{
    public int Missed => Asked - Made;

    /// <summary>Made in no more than half of the answers.</summary>
    public bool IsWeak => Made * 2 <= Asked;

    /// <summary>What is said of a weak one, without a full stop.</summary>
    public string Words => (Asked, Made) switch
    {
        (1, _) => $"「{Name}」上次没说到",
        (_, 0) => $"「{Name}」{Asked} 次都没说到",
        _ => $"「{Name}」{Asked} 次里只说到 {Made} 次",
    };
}

/// <summary>What the last scored answers made and missed.</summary>
public static class PointShares
{
    /// <summary>So many answers count as the last ones.</summary>
    public const int LastAnswers = 5;

    /// <summary>By point, in the order of the frames.</summary>
    public static IReadOnlyList<PointShare> ByPoint(IReadOnlyList<AnsweredQuestion> answers, ContentLibrary content) =>
        [.. from framework in content.Frameworks
            from point in framework.Points
            let asked = Last(answers, content).Where(a => a.Question.Framework == framework.Slug && a.Question.Points.Any(p => p.Point == point.Id)).ToList()
            where asked.Count > 0
            select new PointShare(framework.Slug, point.Id, point.Name, asked.Count, asked.Count(a => a.Made.Contains(point.Id)))];

    /// <summary>By stage of the frames, from the points in it.</summary>
    public static IReadOnlyList<PointShare> ByStage(IReadOnlyList<AnsweredQuestion> answers, ContentLibrary content) =>
        [.. from share in ByPoint(answers, content)
            let stage = content.FindFramework(share.Framework)!.FindPoint(share.Id)!.Stage
            group share by (share.Framework, stage) into shares
            select new PointShare(shares.Key.Framework, shares.Key.stage, content.FindFramework(shares.Key.Framework)!.FindStage(shares.Key.stage)!.Name, shares.Sum(s => s.Asked), shares.Sum(s => s.Made))];

    /// <summary>By question type, from the points of its answers.</summary>
    public static IReadOnlyList<PointShare> ByType(IReadOnlyList<AnsweredQuestion> answers, ContentLibrary content) =>
        [.. from type in QuestionTypes.All
            let scored = Scored(answers, content).Where(a => a.Question.Type == type).TakeLast(LastAnswers).ToList()
            where scored.Count > 0
            select new PointShare("", type, QuestionTypes.Name(type), scored.Sum(a => a.Question.Points.Count), scored.Sum(a => a.Question.Points.Count(p => a.Made.Contains(p.Point))))];

    /// <summary>By 测评要素 that the questions name, from the points of their answers.</summary>
    public static IReadOnlyList<PointShare> ByElement(IReadOnlyList<AnsweredQuestion> answers, ContentLibrary content) =>
        [.. from element in Elements.All
            let scored = Scored(answers, content).Where(a => a.Question.Elements.Contains(element)).TakeLast(LastAnswers).ToList()
            where scored.Count > 0
            select new PointShare("", element, element, scored.Sum(a => a.Question.Points.Count), scored.Sum(a => a.Question.Points.Count(p => a.Made.Contains(p.Point))))];

    /// <summary>The weak points, the one that was missed most often first.</summary>
    public static IReadOnlyList<PointShare> Weak(IReadOnlyList<AnsweredQuestion> answers, ContentLibrary content) =>
        [.. ByPoint(answers, content).Where(s => s.IsWeak).OrderByDescending(s => s.Missed).ThenBy(s => (double)s.Made / s.Asked)];

    private static List<(QuestionContent Question, IReadOnlyCollection<string> Made)> Last(IReadOnlyList<AnsweredQuestion> answers, ContentLibrary content) => [.. Scored(answers, content).TakeLast(LastAnswers)];

    private static IEnumerable<(QuestionContent Question, IReadOnlyCollection<string> Made)> Scored(IReadOnlyList<AnsweredQuestion> answers, ContentLibrary content) =>
        answers.Where(a => a.Made is not null).Select(a => (Question: content.FindQuestion(a.Slug)!, a.Made!)).Where(a => a.Question is not null);
}
