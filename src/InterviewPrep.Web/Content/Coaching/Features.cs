namespace InterviewPrep.Web.Content.Coaching;

/// <summary>
/// What the model sees of a sentence, in families that are weighed one by one: runs of one to four characters; groups of words,
/// patterns and scopes; pairs of groups; a little of the neighbours; what kind of answer it is; the whole sentence. Each feature is a number by hashing, so that nothing is listed.
/// </summary>
public sealed class Features(FrameRules rules, int bits)
{
    // So many clauses are looked at together; a long sentence is looked at window by window, so that each of its points is seen.
    internal const int Window = 2;

    // The kinds of features; the scope of the clause is added, so that a refused deed is another feature than a promised one.
    private enum Kind { Gram, Skip, Group, Pattern, Hint, Scope, Short, Pair, Across, Length, Place, Before, After, Answer, Wide, HalfPoint, HalfDetail }

    private readonly uint mask = (1u << bits) - 1;

    private readonly uint[] keys = [.. Enumerable.Range(0, rules.Words.Count).Select(g => FeatureHash.Key(rules.Words[g].Id))];

    /// <summary>The features of all sentences of an answer: for each of its windows of clauses, by family.</summary>
    public int[][][][] Of(AnswerText answer)
    {
        var whole = Sorted(found => Whole(answer, found));
        return [.. Enumerable.Range(0, answer.Passages.Count).Select(i => Of(answer, i, whole))];
    }

    /// <summary>What tells whether a point of a sentence is only half there: the point, and whether a detail that it asks for is there.</summary>
    public int[] Half(AnswerText answer, int index, int point)
    {
        var passage = answer.Passages[index];
        var details = rules.Points[point].Details;
        var count = 0u;
        for (var i = passage.Clauses[0].FirstHit; i < passage.Clauses[^1].LastHit; i++)
            if (details.Contains(answer.Hits[i].Group)) count++;
        var found = new HashSet<int>();
        Add(found, Kind.HalfPoint, (uint)point);
        Add(found, Kind.HalfDetail, Math.Min(count, 2));
        Add(found, Kind.HalfDetail, Math.Min(count, 2), (uint)point + 1);
        return [.. found];
    }

    private int[][][] Of(AnswerText answer, int index, int[] whole)
    {
        var passage = answer.Passages[index];
        var headings = new HashSet<int>();
        var around = Sorted(found => Around(answer, index, found, headings));
        var sentence = Sorted(found => { foreach (var clause in passage.Clauses) Grams(answer.Typed.Text, clause, found, 7); });
        var parts = new List<int[][]>();
        for (var from = 0; from == 0 || from + Window <= passage.Clauses.Count; from++)
        {
            var to = Math.Min(from + Window, passage.Clauses.Count);
            var (groups, pairs) = (new HashSet<int>(headings), new HashSet<int>());
            var grams = Sorted(found => { for (var i = from; i < to; i++) Grams(answer.Typed.Text, passage.Clauses[i], found); });
            for (var i = from; i < to; i++)
            {
                Groups(answer, passage.Clauses[i], groups, pairs);
                Patterns(answer, passage.Clauses[i], groups);
            }
            if (to - from > 1) Wide(answer, passage, from, to, groups);
            for (var i = Math.Max(1, from); i < Math.Min(to + 1, passage.Clauses.Count); i++) Across(answer, passage.Clauses[i - 1], passage.Clauses[i], pairs);
            parts.Add([grams, [.. groups.Order()], [.. pairs.Order()], around, whole, sentence]);
        }
        return [.. parts];
    }

    private static int[] Sorted(Action<HashSet<int>> fill)
    {
        var found = new HashSet<int>();
        fill(found);
        return [.. found.Order()];
    }

    private void Groups(AnswerText answer, Clause clause, HashSet<int> groups, HashSet<int> pairs)
    {
        var scope = (uint)clause.Scope;
        Add(groups, Kind.Scope, scope);
        for (var i = clause.FirstHit; i < clause.LastHit; i++)
        {
            var group = keys[answer.Hits[i].Group];
            Add(groups, Kind.Group, scope, group);
            for (var k = i + 1; k < clause.LastHit; k++)
            {
                var other = keys[answer.Hits[k].Group];
                Add(pairs, Kind.Pair, scope, Math.Min(group, other), Math.Max(group, other));
            }
        }
    }

    private void Patterns(AnswerText answer, Clause clause, HashSet<int> found)
    {
        var scope = (uint)clause.Scope;
        for (var p = 0; p < rules.Points.Count; p++)
        {
            var point = rules.Points[p];
            for (var k = 0; k < point.Finds.Count; k++)
            {
                if (!point.Finds[k].Matches(answer.Hits, clause.FirstHit, clause.LastHit)) continue;
                Add(found, Kind.Pattern, scope, (uint)p);
                Add(found, Kind.Pattern, scope, (uint)p, (uint)k + 1);
            }
            if (Hinted(answer, clause, point)) Add(found, Kind.Hint, scope, (uint)p);
        }
    }

    // Patterns whose words stand in clauses beside each other.
    private void Wide(AnswerText answer, Passage passage, int from, int to, HashSet<int> found)
    {
        var scope = (uint)passage.Clauses.Skip(from).Take(to - from).Max(c => c.Scope);
        for (var p = 0; p < rules.Points.Count; p++)
            if (rules.Points[p].Finds.Any(x => x.Matches(answer.Hits, passage.Clauses[from].FirstHit, passage.Clauses[to - 1].LastHit))) Add(found, Kind.Wide, scope, (uint)p);
    }

    private static bool Hinted(AnswerText answer, Clause clause, PointRule point)
    {
        foreach (var hint in point.Hints)
            if (hint.Matches(answer.Hits, clause.FirstHit, clause.LastHit)) return true;
        return false;
    }

    private void Grams(string text, Clause clause, HashSet<int> found, uint salt = 0)
    {
        var scope = (uint)clause.Scope;
        for (var i = clause.Start - 1; i < clause.End; i++)
        {
            var hash = FeatureHash.Mix(FeatureHash.Mix(FeatureHash.Seed, (uint)Kind.Gram + salt * 100), scope);
            for (var n = 0; n < 4 && i + n <= clause.End; n++)
            {
                hash = FeatureHash.Mix(hash, At(text, clause, i + n));
                if (n > 0 || i >= clause.Start) found.Add((int)(FeatureHash.Finish(hash) & mask));
            }
            if (i >= clause.Start && i + 2 < clause.End) Add(found, Kind.Skip, scope + salt * 100, At(text, clause, i), At(text, clause, i + 2));
        }
    }

    // The ends of a clause are characters too; digits are all alike.
    private static uint At(string text, Clause clause, int i) =>
        i < clause.Start ? 1u : i >= clause.End ? 2u : char.IsAsciiDigit(text[i]) ? '0' : text[i];

    private void Across(AnswerText answer, Clause first, Clause second, HashSet<int> found)
    {
        for (var i = first.FirstHit; i < first.LastHit; i++)
            for (var k = second.FirstHit; k < second.LastHit; k++)
                Add(found, Kind.Across, (uint)second.Scope, keys[answer.Hits[i].Group], keys[answer.Hits[k].Group]);
    }

    private void Around(AnswerText answer, int index, HashSet<int> found, HashSet<int> headings)
    {
        var passage = answer.Passages[index];
        var zi = passage.Clauses.Sum(c => c.Length);
        var size = zi <= 6 ? 0u : zi <= 10 ? 1u : zi <= 16 ? 2u : zi <= 26 ? 3u : 4u;
        Add(found, Kind.Length, size);
        if (size < 2)
        {
            // A short sentence with a point's words is a heading where more follows.
            for (var p = 0; p < rules.Points.Count; p++)
            {
                if (passage.Clauses.Any(c => Hinted(answer, c, rules.Points[p]) || rules.Points[p].Finds.Any(x => x.Matches(answer.Hits, c.FirstHit, c.LastHit))))
                    Add(headings, Kind.Short, size, (uint)p, index + 1 < answer.Passages.Count ? 1u : 0u);
            }
        }
        if (index == 0) Add(found, Kind.Place, 0);
        if (index >= answer.Passages.Count - 2) Add(found, Kind.Place, 1);
        if (index > 0) Neighbour(answer, answer.Passages[index - 1], Kind.Before, found);
        if (index + 1 < answer.Passages.Count) Neighbour(answer, answer.Passages[index + 1], Kind.After, found);
    }

    // What kind of answer it is: whose acts it tells, and how often, in four sizes.
    private void Whole(AnswerText answer, HashSet<int> found)
    {
        var clauses = answer.Passages.Sum(p => p.Clauses.Count);
        for (var scope = 0u; scope < 6; scope++)
        {
            var share = answer.Passages.Sum(p => p.Clauses.Count(c => (uint)c.Scope == scope)) * 100 / Math.Max(1, clauses);
            Add(found, Kind.Answer, 10 + scope, share switch { 0 => 0u, <= 10 => 1u, <= 30 => 2u, _ => 3u });
        }
        foreach (var group in answer.Hits.GroupBy(h => h.Group))
        {
            var share = group.Count() * 100 / Math.Max(1, clauses);
            Add(found, Kind.Answer, 20 + (share switch { <= 3 => 0u, <= 10 => 1u, _ => 2u }), keys[group.Key]);
        }
    }

    private void Neighbour(AnswerText answer, Passage passage, Kind kind, HashSet<int> found)
    {
        foreach (var clause in passage.Clauses)
        {
            Add(found, kind, 100 + (uint)clause.Scope);
            for (var i = clause.FirstHit; i < clause.LastHit; i++) Add(found, kind, 200 + (uint)clause.Scope, keys[answer.Hits[i].Group]);
        }
    }

    private void Add(HashSet<int> found, Kind kind, uint a, uint b = 0, uint c = 0) =>
        found.Add((int)(FeatureHash.Finish(FeatureHash.Mix(FeatureHash.Mix(FeatureHash.Mix(FeatureHash.Mix(FeatureHash.Seed, (uint)kind + 1000), a), b), c)) & mask));
}
