namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Reads <c>content/coach</c>: words, spelling, what finds the points of each frame, and the weights beside them.</summary>
internal static class CoachLoader
{
    /// <summary>Folder below the content folder.</summary>
    public const string Folder = "coach";

    /// <summary>Name of the weights that find left out punctuation.</summary>
    public const string BoundaryName = "boundaries";

    /// <summary>Reads all of it.</summary>
    /// <param name="files">The Markdown files of the folder.</param>
    /// <param name="frames">The frames by slug.</param>
    public static CoachLibrary Load(string contentFolder, IReadOnlyList<SourceFile> files, IReadOnlyDictionary<string, Framework> frames, ICollection<ContentProblem> problems)
    {
        if (files.FirstOrDefault(f => f.Slug == CoachRulesParser.WordsFile) is not { } wordsFile) return CoachLibrary.Empty;
        var groups = CoachRulesParser.Words(wordsFile, problems);
        var spelling = files.FirstOrDefault(f => f.Slug == CoachRulesParser.SpellingFile) is { } spellingFile ? CoachRulesParser.Spelling(spellingFile, problems) : Spelling.None;
        var boundaries = Weights(contentFolder, BoundaryName, problems) is { } model ? new Boundaries(model.Model, new CoachWords(groups)) : null;
        var figures = CoachFigures.Read(Path.Combine(contentFolder, Folder, CoachFigures.File));
        var coaches = new List<FrameCoach>();
        foreach (var file in files.Where(f => f.Slug is not (CoachRulesParser.WordsFile or CoachRulesParser.SpellingFile)))
        {
            if (CoachRulesParser.Rules(file, groups, frames, problems) is not { } rules) continue;
            coaches.Add(new FrameCoach(rules, new Splitter(spelling, rules.Words, boundaries), Fitting(Weights(contentFolder, rules.Frame, problems), rules))
            {
                Figures = figures.GetValueOrDefault(rules.Frame),
            });
        }
        return new CoachLibrary(coaches, spelling, groups);
    }

    private static (LinearModel Model, Decision? Decision)? Weights(string contentFolder, string name, ICollection<ContentProblem> problems)
    {
        var path = Path.Combine(contentFolder, Folder, name + ModelFile.Ending);
        if (!File.Exists(path)) return null;
        var read = ModelFile.Read(File.ReadAllBytes(path));
        if (read is null) problems.Add(new ContentProblem($"{Folder}/{name}{ModelFile.Ending}", 1, "these are no weights; make them anew with “coach train”"));
        return read;
    }

    // Weights of other points than the frame's are of no use until they are made anew.
    private static CoachModel? Fitting((LinearModel Model, Decision? Decision)? read, FrameRules rules) =>
        read is var (model, decision) && decision is not null && model.Ids.SequenceEqual([.. rules.Points.Select(p => p.Id), Deeds.Function, Halves.Function]) ? new CoachModel(model, decision) : null;
}
