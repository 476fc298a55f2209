namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Tells where a point's words stand in a sentence that does not make the point, and why it does not.</summary>
public sealed class NamedOnly(FrameRules rules)
{
    // A heading has at most so many characters.
    private const int LongestHeading = 10;

    /// <summary>The state to show; null where the sentence has nothing to do with the point, or no reason can be given.</summary>
    public FindingState? State(AnswerText answer, int index, int point)
    {
        var passage = answer.Passages[index];
        var rule = rules.Points[point];
        foreach (var clause in passage.Clauses)
        {
            var told = rule.Finds.Any(p => p.Matches(answer.Hits, clause.FirstHit, clause.LastHit));
            var hinted = told || rule.Hints.Any(p => p.Matches(answer.Hits, clause.FirstHit, clause.LastHit));
            if (!hinted) continue;
            switch (clause.Scope)
            {
                case Scope.Refused:
                    return FindingState.Refused;
                case Scope.Named:
                    return FindingState.Named;
                case Scope.Others or Scope.Elsewhere when told:
                    return FindingState.Other;
                case Scope.Own when passage.End - passage.Start <= LongestHeading:
                    return FindingState.Named;
            }
        }
        return null;
    }
}
