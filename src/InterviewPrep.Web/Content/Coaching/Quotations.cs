namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Finds what others are quoted as saying: 村民说：“……”. What one says oneself to others is none.</summary>
public static class Quotations
{
    private const string Open = "“「", Close = "”」";

    private static readonly string[] Speaking = ["说", "道", "表示", "回应", "称", "认为", "指出", "喊", "写", "问", "提出", "留言", "答复", "呼吁", "建议", "要求"];

    // Who is spoken to: the speaker's own speech to the people.
    private static readonly string[] Towards = ["对", "向", "跟", "给", "和", "与", "告诉", "我", "咱", "请", "让"];

    private static readonly HashSet<string> Speakers = ["people", "leader", "colleague", "dept"];

    /// <summary>The stretches of the compared text between quotation marks that others say.</summary>
    public static IReadOnlyList<(int Start, int End)> Of(AnswerText answer, CoachWords words)
    {
        var text = answer.Typed.Text;
        var found = new List<(int, int)>();
        foreach (var clause in answer.Passages.SelectMany(p => p.Clauses))
        {
            var open = clause.End;
            while (open < text.Length && open < clause.End + 3 && text[open] is ':' or ',' or ' ') open++;
            if (open >= text.Length || !Open.Contains(text[open]) || !IsSpeech(answer, clause, words)) continue;
            var close = text.AsSpan(open).IndexOfAny(Close);
            found.Add((open, close < 0 ? text.Length : open + close));
        }
        return found;
    }

    private static bool IsSpeech(AnswerText answer, Clause clause, CoachWords words)
    {
        var said = answer.Typed.Text[clause.Start..clause.End];
        if (!Speaking.Any(v => said.EndsWith(v, StringComparison.Ordinal)) || Towards.Any(said.Contains)) return false;
        for (var i = clause.FirstHit; i < clause.LastHit; i++)
            if (Speakers.Contains(words[answer.Hits[i].Group].Id)) return true;
        return said[0] is '他' or '她';
    }
}
