namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Tells for each clause whose act it is and whether it is done, by the words that say so.</summary>
public static class ScopeReader
{
    // A list of names has at least so many points, said in so few characters each.
    private const int ShortestList = 5, LongestName = 7;

    // Who acts stands at the beginning of a clause.
    private const int SubjectWidth = 5;

    /// <summary>Sets the scope of all clauses of an answer.</summary>
    public static void Read(AnswerText answer, FrameRules rules)
    {
        foreach (var passage in answer.Passages)
        {
            if (IsList(answer, passage, rules))
            {
                foreach (var clause in passage.Clauses) clause.Scope = Scope.Named;
                continue;
            }
            var carried = Scope.Own;
            foreach (var clause in passage.Clauses)
            {
                var (scope, own) = Of(answer, clause, rules.Words);
                clause.Scope = scope ?? (own ? Scope.Own : carried);
                carried = clause.Scope is Scope.Others or Scope.Elsewhere || (clause.Scope is Scope.Talk && !own) ? clause.Scope : Scope.Own;
            }
        }
    }

    private static (Scope? Scope, bool Own) Of(AnswerText answer, Clause clause, CoachWords words)
    {
        var own = false;
        for (var i = clause.FirstHit; i < clause.LastHit; i++)
        {
            var hit = answer.Hits[i];
            switch (words[hit.Group].Scope)
            {
                case Scope.Own:
                    own = true;
                    break;
                case Scope.Others when own || hit.Start > clause.Start + SubjectWidth:
                    break;
                case { } scope:
                    return (scope, own);
            }
        }
        return (null, own);
    }

    private static bool IsList(AnswerText answer, Passage passage, FrameRules rules)
    {
        if (passage.Clauses.Count < 2) return false;
        var named = 0;
        foreach (var point in rules.Points)
            if (passage.Clauses.Any(c => point.Hints.Concat(point.Finds).Any(p => p.Matches(answer.Hits, c.FirstHit, c.LastHit)))) named++;
        return named >= ShortestList && passage.Clauses.Count(c => c.Length <= LongestName) * 5 >= passage.Clauses.Count * 4;
    }
}
