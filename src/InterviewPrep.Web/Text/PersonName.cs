namespace InterviewPrep.Web.Text;

/// <summary>Names of people as two spellings of one name are told from two names.</summary>
public static class PersonName
{
    /// <summary>Marks between the parts of a name, which keyboards and systems write differently; the full stop and its wide form are among them.</summary>
    private const string Dots = "·•‧・．･∙⋅.";

    /// <summary>A name as it is compared: one Unicode form, no blanks, one kind of dot, small letters. What is shown stays as it was written.</summary>
    public static string Comparable(string name) =>
        string.Concat(UnicodeForm.Compatible(HiddenCharacters.Remove(name, alsoJoiners: true)).Where(c => !char.IsWhiteSpace(c)).Select(c => Dots.Contains(c) ? '·' : char.ToLowerInvariant(c)));

    public static bool AreSame(string one, string other) => Comparable(one) == Comparable(other);
}
