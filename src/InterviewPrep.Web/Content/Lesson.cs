namespace InterviewPrep.Web.Content;

/// <summary>A track of lessons.</summary>
/// <param name="Order">Place among the tracks, from 1.</param>
public sealed record Track(string Slug, int Order, string Title, string Summary, IReadOnlyList<Lesson> Lessons);

/// <summary>One lesson: one idea in four to eight minutes.</summary>
/// <param name="Stage">Stage id that the lesson belongs to, or null.</param>
/// <param name="Framework">Slug of the frame whose points it teaches, or null.</param>
/// <param name="BodyHtml">The lesson up to the exercise, rendered.</param>
/// <param name="Links">Addresses on this site that the text links to.</param>
/// <param name="Exercise">The 练一句 task and its example.</param>
public sealed record Lesson(
    string Slug, string Track, string Title, string? Stage, string? Framework, int Minutes, string Idea,
    IReadOnlyList<string> Points, IReadOnlyList<string> Questions, string BodyHtml, IReadOnlyList<string> Links, Exercise Exercise, IReadOnlyList<SelfCheck> SelfChecks);

/// <summary>An exercise of one sentence: written first, compared after.</summary>
public sealed record Exercise(string TaskHtml, string Example);

/// <summary>A self-check item with exactly one right option.</summary>
public sealed record SelfCheck(string Question, IReadOnlyList<SelfCheckOption> Options);

/// <summary>An option and the reason why it is right or wrong.</summary>
public sealed record SelfCheckOption(string Text, string Reason, bool IsRight);
