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
        var quotations = Quotations.Of(answer, rules.Words);
        var before = Scope.Own;
        foreach (var passage in answer.Passages)
        {
            if (IsList(answer, passage, rules))
            {
                foreach (var clause in passage.Clauses) clause.Scope = Scope.Named;
                continue;
            }
            var carried = GoesOn(answer, passage, rules.Words, before) ? before : Scope.Own;
            foreach (var clause in passage.Clauses)
            {
                if (quotations.Any(q => q.Start <= clause.Start && clause.Start < q.End))
                {
                    clause.Scope = Scope.Others;
                    continue;
                }
                var (scope, own, back) = Of(answer, clause, rules.Words);
                // Another time or job is told to the end of the sentence; what others do ends where the speaker begins.
                clause.Scope = carried == Scope.Elsewhere ? carried : scope ?? (own ? Scope.Own : carried);
                carried = clause.Scope is Scope.Others or Scope.Elsewhere ? clause.Scope : Scope.Own;
                if (back) TakeBack(passage, clause);
            }
            before = carried;
        }
    }

    // A tale of another time or of others goes on in sentences that say so, until the speaker comes back to the matter.
    private static bool GoesOn(AnswerText answer, Passage passage, CoachWords words, Scope before)
    {
        if (before is not (Scope.Elsewhere or Scope.Others)) return false;
        var first = passage.Clauses[0];
        var text = answer.Typed.Text.AsSpan(first.Start, first.Length);
        if (text[0] is '他' or '她' || text.StartsWith("该")) return true;
        if (before == Scope.Others) return false;
        var back = (words.NumberOf("now"), words.NumberOf("ahead"));
        foreach (var clause in passage.Clauses)
        {
            for (var i = clause.FirstHit; i < clause.LastHit; i++)
                if (answer.Hits[i].Group == back.Item1 || answer.Hits[i].Group == back.Item2) return false;
        }
        return true;
    }

    // What stands before «大可不必» in the sentence is what is not necessary.
    private static void TakeBack(Passage passage, Clause last)
    {
        foreach (var clause in passage.Clauses.TakeWhile(c => c != last).Reverse().TakeWhile(c => c.Scope == Scope.Own)) clause.Scope = Scope.Refused;
    }

    private static (Scope? Scope, bool Own, bool Back) Of(AnswerText answer, Clause clause, CoachWords words)
    {
        var own = false;
        var negation = words.NumberOf("neg");
        for (var i = clause.FirstHit; i < clause.LastHit; i++)
        {
            var hit = answer.Hits[i];
            var group = words[hit.Group];
            // 不, 没 or 别 right before a deed takes it back.
            if (hit.Group == negation && i + 1 < clause.LastHit && answer.Hits[i + 1].Start - hit.End is >= 0 and <= 1) return (Scope.Refused, own, false);
            switch (group.Scope)
            {
                case Scope.Own:
                    own = true;
                    break;
                case Scope.Others when own || hit.Start > clause.Start + SubjectWidth:
                    break;
                case { } scope:
                    return (scope, own, group.Back);
            }
        }
        return (null, own, false);
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
