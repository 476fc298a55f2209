namespace InterviewPrep.Web.Text;

/// <summary>Cuts Chinese text into sentences; sentences.js does the same on the page.</summary>
public static class Sentences
{
    private const string Ends = "。！？!?…\n", Closers = "”’」』）》\"'";

    /// <summary>Where the sentence ends that goes on at an offset: behind its end marks and the quotes and brackets that close with it.</summary>
    /// <param name="from">UTF-16 offset.</param>
    public static int EndOf(ReadOnlySpan<char> text, int from)
    {
        var end = from;
        while (end < text.Length && !Ends.Contains(text[end])) end++;
        while (end < text.Length && (Ends.Contains(text[end]) || Closers.Contains(text[end]))) end++;
        return end;
    }

    /// <summary>The sentences as they stand: put together they are the text.</summary>
    public static IReadOnlyList<string> Whole(string text)
    {
        var sentences = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = EndOf(text, start);
            sentences.Add(text[start..end]);
            start = end;
        }
        return sentences;
    }

    /// <summary>The sentences without the blanks around them; empty ones are left out.</summary>
    public static IReadOnlyList<string> Split(string text) => [.. Whole(text).Select(s => s.Trim()).Where(s => s.Length > 0)];
}
