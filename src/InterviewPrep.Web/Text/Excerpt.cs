namespace InterviewPrep.Web.Text;

/// <summary>Texts that are too long for where they go.</summary>
public static class Excerpt
{
    /// <summary>The beginning of a text. Never half a character, which PostgreSQL, XML and file names do not take.</summary>
    /// <param name="most">UTF-16 units; more than 0.</param>
    public static string Start(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
