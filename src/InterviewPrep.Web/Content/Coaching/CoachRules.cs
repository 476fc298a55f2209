namespace InterviewPrep.Web.Content.Coaching;

/// <summary>What finds one scoring point.</summary>
/// <param name="Id">The point.</param>
/// <param name="Finds">Patterns of which one is enough for a clause to tell the point, in its words at least.</param>
/// <param name="Hints">Patterns of words that name the point without telling that it is done.</param>
/// <param name="Details">Groups of which one in the sentence makes the point whole; empty where nothing is asked for.</param>
/// <param name="Missing">What is said to the learner where the details are missing.</param>
public sealed record PointRule(string Id, IReadOnlyList<PointPattern> Finds, IReadOnlyList<PointPattern> Hints, IReadOnlyList<int> Details, string Missing);

/// <summary>What finds the points of one frame.</summary>
public sealed record FrameRules(string Frame, CoachWords Words, IReadOnlyList<PointRule> Points);
