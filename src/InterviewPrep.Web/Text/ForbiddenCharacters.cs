namespace InterviewPrep.Web.Text;

/// <summary>
/// What a text may not hold: control characters other than tab and line ends, U+FFFE, U+FFFF and halves of surrogate pairs.
/// HTML, XML or PostgreSQL would change them on the way, so they are refused by name instead of being lost.
/// </summary>
public static class ForbiddenCharacters
{
    /// <returns>The first such character as U+XXXX; null where the text can be kept as it is.</returns>
    public static string? Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i]) || text[i] >= '\uFFFE' || (char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r'))) return $"U+{(int)text[i]:X4}";
        }
        return null;
    }

    /// <summary>Whether half a surrogate pair stands in the text.</summary>
    public static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return true;
        }
        return false;
    }
}
