namespace InterviewPrep.Web.Content.Coaching;

/// <summary>A clause of an answer, with the words found in it.</summary>
/// <param name="Start">First character in the compared text.</param>
/// <param name="End">One past the last character, without punctuation.</param>
/// <param name="FirstHit">Number of the first hit of the answer that lies in the clause.</param>
/// <param name="LastHit">One past the number of its last hit.</param>
public sealed record Clause(int Start, int End, int FirstHit, int LastHit)
{
    /// <summary>Whose act the clause tells.</summary>
    public Scope Scope { get; set; }

    /// <summary>Number of characters.</summary>
    public int Length => End - Start;
}

/// <summary>A sentence of an answer: its clauses in order.</summary>
public sealed record Passage(IReadOnlyList<Clause> Clauses)
{
    /// <summary>First character in the compared text.</summary>
    public int Start => Clauses[0].Start;

    /// <summary>One past the last character.</summary>
    public int End => Clauses[^1].End;
}

/// <summary>An answer cut into sentences and clauses.</summary>
/// <param name="Hits">All words of all groups, in order of place.</param>
public sealed record AnswerText(TypedText Typed, IReadOnlyList<Passage> Passages, IReadOnlyList<TermHit> Hits);
