namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Gathers what decides over an answer beside the scores of its sentences.</summary>
public static class EvidenceReader
{
    // A heading has at most so many characters.
    private const int LongestHeading = 10;

    // A usual sentence has so many clauses.
    private const float ClausesOfSentence = 2.5f;

    /// <summary>The signs of an answer, with the scores given.</summary>
    public static AnswerEvidence Read(AnswerText answer, FrameRules rules, float[][] margins, float[] deeds)
    {
        var clauses = answer.Passages.SelectMany(p => p.Clauses).ToList();
        float Share(Scope scope) => clauses.Count == 0 ? 0 : clauses.Count(c => c.Scope == scope) / (float)clauses.Count;
        return new AnswerEvidence(margins,
            [.. answer.Passages.Select(p => rules.Points.Select(r => IsPatterned(answer, p, r)).ToArray())],
            [.. answer.Passages.Select(p => p.Clauses.Sum(c => c.Length) <= LongestHeading)],
            Share(Scope.Own), Share(Scope.Refused), Share(Scope.Others) + Share(Scope.Elsewhere), clauses.Count / ClausesOfSentence, deeds);
    }

    private static bool IsPatterned(AnswerText answer, Passage passage, PointRule rule)
    {
        foreach (var clause in passage.Clauses)
        {
            if (clause.Scope != Scope.Own) continue;
            foreach (var pattern in rule.Finds)
                if (pattern.Matches(answer.Hits, clause.FirstHit, clause.LastHit)) return true;
        }
        return false;
    }
}
