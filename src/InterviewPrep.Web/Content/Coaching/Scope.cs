namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Whose act a clause tells, and whether it is done.</summary>
public enum Scope
{
    /// <summary>The speaker or the speaker's unit does, will do or proposes it.</summary>
    Own,

    /// <summary>It is refused or denied.</summary>
    Refused,

    /// <summary>Others do it, ask for it or talk of it.</summary>
    Others,

    /// <summary>It was at another time, in another job or at another place.</summary>
    Elsewhere,

    /// <summary>It is only wished, or told as damage or as a general truth.</summary>
    Talk,

    /// <summary>It is only named: a heading or a list of names.</summary>
    Named,
}
