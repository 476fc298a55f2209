namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Cuts an answer into sentences and clauses, also where line breaks or spaces stand for punctuation.</summary>
public sealed class Splitter(Spelling spelling, CoachWords words, Boundaries? boundaries)
{
    private const string Stops = "。!?;…\n", Pauses = ",、: —";

    // Longer runs without a mark are looked at for the places where one is left out.
    private const int LongestClause = 26;

    // A sentence with more clauses is looked at for the places where a full stop is left out.
    private const int MostClauses = 8;

    /// <summary>Reads an answer.</summary>
    public AnswerText Split(string original)
    {
        var typed = TypedText.Read(Unwrapped(original), spelling);
        var text = typed.Text;
        var hits = words.Find(text);
        var passages = new List<Passage>();
        var clauses = new List<Clause>();
        var hit = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var stop = i == text.Length || (Stops.Contains(text[i]) && !IsBrokenLine(text, i));
            if (!stop && !IsPause(text, i) && text[i] != '\n') continue;
            foreach (var (from, to, full) in Cut(text, start, i))
            {
                Add(from, to);
                if (full) Close();
            }
            if (stop) Close();
            start = i + 1;
        }
        return new AnswerText(typed, passages, hits);

        void Add(int from, int to)
        {
            while (from < to && !char.IsLetterOrDigit(text[from])) from++;
            while (to > from && !char.IsLetterOrDigit(text[to - 1])) to--;
            if (from == to) return;
            while (hit < hits.Count && hits[hit].Start < from) hit++;
            var last = hit;
            while (last < hits.Count && hits[last].Start < to) last++;
            clauses.Add(new Clause(from, to, hit, last));
        }

        void Close()
        {
            passages.AddRange(Parted(text, clauses).Select(c => new Passage(c)));
            clauses.Clear();
        }
    }

    // A sentence that runs on and on, with commas for full stops, is parted where one would stop.
    private IEnumerable<IReadOnlyList<Clause>> Parted(string text, List<Clause> clauses)
    {
        if (clauses.Count == 0) yield break;
        if (boundaries is null || clauses.Count <= MostClauses)
        {
            yield return [.. clauses];
            yield break;
        }
        var start = 0;
        for (var i = 1; i < clauses.Count; i++)
        {
            if (!boundaries.Stops(text, clauses[i - 1].Start, clauses[i - 1].End, clauses[i].Start, clauses[i].End)) continue;
            yield return clauses[start..i];
            start = i;
        }
        yield return clauses[start..];
    }

    // The parts of a run without marks, and whether a sentence ends behind each.
    private IEnumerable<(int From, int To, bool Full)> Cut(string text, int from, int to)
    {
        if (boundaries is null || to - from <= LongestClause)
        {
            yield return (from, to, false);
            yield break;
        }
        var start = from;
        foreach (var (at, full) in boundaries.Find(text, from, to))
        {
            yield return (start, at, full);
            start = at;
        }
        yield return (start, to, false);
    }

    private static bool IsPause(string text, int i)
    {
        if (!Pauses.Contains(text[i])) return false;
        // 3:00 and 1,000 are one word, and so are Latin words with a space between them.
        return !(i > 0 && i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i - 1]) && char.IsAsciiLetterOrDigit(text[i + 1]));
    }

    // A line broken behind a comma goes on in the next one.
    private static bool IsBrokenLine(string text, int i) => text[i] == '\n' && i > 0 && text[i - 1] is (',' or '、');

    // Lines that are all broken at one width are one text; each other line is a sentence of its own.
    private static string Unwrapped(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 4) return text;
        var width = lines[..^1].Max(l => l.Length);
        var full = lines[..^1].Count(l => l.Length >= width - 1);
        return full * 4 >= (lines.Length - 1) * 3 ? text.Replace('\n', '\u200B') : text;
    }
}
