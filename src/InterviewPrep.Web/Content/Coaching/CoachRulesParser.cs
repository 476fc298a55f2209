namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Reads <c>content/coach/words.md</c> and the file of each frame beside it.</summary>
internal static class CoachRulesParser
{
    /// <summary>File with the groups of words that all frames share.</summary>
    public const string WordsFile = "words";

    /// <summary>File with what is written differently and means the same.</summary>
    public const string SpellingFile = "spelling";

    /// <summary>Reads the groups of words.</summary>
    public static IReadOnlyList<WordGroup> Words(SourceFile file, ICollection<ContentProblem> all)
    {
        var problems = new ProblemList(file, all);
        if (FrontMatter.Read(file, problems).Front is not { } front) return [];
        front.Text("title");
        var groups = new List<WordGroup>();
        foreach (var item in front.Items("groups"))
        {
            var id = item.Text("id");
            if (id.Length == 0 || !id.All(c => char.IsAsciiLetterLower(c))) problems.Add(item.Line, $"“{id}” must have letters a to z only: patterns use it");
            if (groups.Any(g => g.Id == id)) problems.Add(item.Line, $"the group “{id}” stands twice");
            var scope = item.Text("scope", required: false);
            if (scope.Length > 0 && !Enum.TryParse<Scope>(scope, ignoreCase: true, out _)) problems.Add(item.LineOf("scope"), $"“{scope}” is no scope: {string.Join(", ", Enum.GetNames<Scope>()).ToLowerInvariant()}");
            groups.Add(new WordGroup(id, [.. List(item, "words").Distinct()],
                Enum.TryParse<Scope>(scope, ignoreCase: true, out var known) ? known : null, item.Text("covers", required: false) == "true", item.Text("back", required: false) == "true"));
            item.RefuseUnknownKeys();
        }
        front.RefuseUnknownKeys();
        return groups;
    }

    /// <summary>Reads traditional characters and slips of spelling.</summary>
    public static Spelling Spelling(SourceFile file, ICollection<ContentProblem> all)
    {
        var problems = new ProblemList(file, all);
        if (FrontMatter.Read(file, problems).Front is not { } front) return Coaching.Spelling.None;
        front.Text("title");
        var pairs = new List<(char, char)>();
        foreach (var pair in List(front, "traditional"))
        {
            if (pair.Length == 2) pairs.Add((pair[0], pair[1]));
            else problems.Add(front.LineOf("traditional"), $"“{pair}” must be a traditional character and its simplified one");
        }
        var sounds = List(front, "sounds");
        foreach (var key in List(front, "keys").Where(k => k.Length < 2)) problems.Add(front.LineOf("keys"), $"“{key}” must have two characters at least");
        var spelling = new Coaching.Spelling(pairs, List(front, "keys"), sounds, [.. List(front, "words")]);
        front.RefuseUnknownKeys();
        return spelling;
    }

    private static string[] List(FrontMatter map, string key) => map.Text(key).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads what finds the points of a frame; null where the file cannot be read.</summary>
    public static FrameRules? Rules(SourceFile file, IReadOnlyList<WordGroup> groups, IReadOnlyDictionary<string, Framework> frames, ICollection<ContentProblem> all)
    {
        var problems = new ProblemList(file, all);
        if (FrontMatter.Read(file, problems).Front is not { } front) return null;
        front.Text("title");
        var slug = front.Text("frame");
        if (!frames.TryGetValue(slug, out var frame))
        {
            problems.Add(front.LineOf("frame"), $"there is no frame “{slug}”");
            return null;
        }
        var words = new CoachWords(groups);
        var points = front.Items("points").Select(item => Point(item, words, frame, problems)).ToList();
        foreach (var point in frame.Points.Where(p => points.All(r => r.Id != p.Id)))
            problems.Add(front.LineOf("points"), $"nothing says what finds “{point.Id}”");
        front.RefuseUnknownKeys();
        return new FrameRules(slug, words, points);
    }

    private static PointRule Point(FrontMatter item, CoachWords words, Framework frame, ProblemList problems)
    {
        var id = item.Text("id");
        if (frame.FindPoint(id) is null) problems.Add(item.LineOf("id"), $"“{id}” is no point of the frame");
        var details = new List<int>();
        foreach (var name in item.Words("details", required: false))
        {
            var number = words.NumberOf(name);
            if (number < 0) problems.Add(item.LineOf("details"), $"“{name}” is no group of words");
            else details.Add(number);
        }
        var rule = new PointRule(id, Patterns(item, "finds", words, problems), Patterns(item, "hints", words, problems), details, item.Text("missing"));
        item.RefuseUnknownKeys();
        return rule;
    }

    private static List<PointPattern> Patterns(FrontMatter item, string key, CoachWords words, ProblemList problems)
    {
        var patterns = new List<PointPattern>();
        var texts = item.Words(key, required: true, out var lines);
        for (var i = 0; i < texts.Count; i++)
        {
            if (PointPattern.Parse(texts[i], words, out var problem) is { } pattern) patterns.Add(pattern);
            else problems.Add(lines[i], problem!);
        }
        return patterns;
    }
}
