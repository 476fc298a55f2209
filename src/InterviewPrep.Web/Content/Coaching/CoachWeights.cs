namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Makes all weights from <c>content/coach/labels</c>; the same labels and words give the same bytes.</summary>
internal static class CoachWeights
{
    private const string DefaultFrame = "attitude-action-longterm";

    // Few labels fill a smaller space.
    private const int ManySentences = 3000, ManyBits = 20, ManyFeatures = 80_000, FewBits = 18, FewFeatures = 13_000;

    /// <summary>The files to write, by name.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Make(string contentFolder, ICollection<ContentProblem> problems)
    {
        var answers = LabelReader.Read(Path.Combine(contentFolder, CoachLoader.Folder, "labels"), problems);
        var loaded = ContentLoader.Load(contentFolder);
        // Weights that cannot be read are no hindrance: they are made anew.
        foreach (var problem in loaded.Problems.Where(p => p.File.StartsWith(CoachLoader.Folder + "/", StringComparison.Ordinal) && !p.File.EndsWith(ModelFile.Ending, StringComparison.Ordinal))) problems.Add(problem);
        if (problems.Count > 0) return [];
        var coaches = loaded.Library.Coaches;
        var boundaries = BoundaryTraining.Learn(answers.Select(a => a.Joined().Text), coaches.Spelling, new CoachWords(coaches.Groups), TrainingSettings.Default);
        var files = new List<(string, byte[])> { (CoachLoader.BoundaryName + ModelFile.Ending, ModelFile.Bytes(boundaries)) };
        foreach (var coach in coaches.All)
        {
            var own = answers.Where(a => (a.Frame.Length == 0 ? DefaultFrame : a.Frame) == coach.Rules.Frame).ToList();
            if (own.Count == 0) continue;
            var (bits, most) = own.Sum(a => a.Sentences.Count) >= ManySentences ? (ManyBits, ManyFeatures) : (FewBits, FewFeatures);
            var splitter = new Splitter(coaches.Spelling, coach.Rules.Words, new Boundaries(boundaries, new CoachWords(coaches.Groups)));
            var model = new CoachTraining(coach.Rules, splitter, bits, most, TrainingSettings.Default).Learn(own);
            files.Add((coach.Rules.Frame + ModelFile.Ending, ModelFile.Bytes(model.Sentences, model.Answers)));
        }
        return files;
    }
}
