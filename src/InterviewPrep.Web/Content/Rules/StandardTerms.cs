using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content.Rules;

/// <summary>Standard terms stand in each stage of a four-step answer, and never alone.</summary>
internal static class StandardTerms
{
    private const int FewestKinds = 4, MostKinds = 8;

    /// <summary>Share of a sentence that terms may take, in percent; a sentence of three terms and nothing else is a heading.</summary>
    private const int MostOfSentence = 60;

    /// <summary>Terms that name a branch; an answer needs them and is not fuller of terms by them.</summary>
    private static readonly string[] OfBranches = ["属实", "误解", "误会", "历史遗留问题"];

    private static readonly string[] Stages = ["attitude", "action", "longterm"];

    public static void Check(CheckedQuestion seen)
    {
        if (!seen.IsFourSteps || seen.Library.Terms.Count == 0) return;
        foreach (var answer in seen.Answers)
        {
            if (answer.IsFirst) CheckFirst(seen, answer);
            CheckAlone(seen, answer);
        }
    }

    /// <summary>The kinds of terms that a text says.</summary>
    public static IReadOnlyList<string> In(string text, ContentLibrary library) =>
        [.. library.Terms.Where(t => t.Wordings.Any(w => text.Contains(w, StringComparison.Ordinal))).Select(t => t.Word).Distinct()];

    private static void CheckFirst(CheckedQuestion seen, CheckedAnswer answer)
    {
        foreach (var stage in seen.Frame.Stages.Where(s => Stages.Contains(s.Id)))
        {
            if (answer.Stage(stage.Id) is { Text: var text } && In(text.Text, seen.Library).Count == 0)
                seen.Add(text, $"{stage.Name} says no standard term ({string.Join('、', seen.Library.Terms.Where(t => t.Stage == stage.Id).Select(t => t.Word))}…)");
        }
        var kinds = In(answer.Text, seen.Library);
        if (kinds.Count < FewestKinds)
            seen.Add(answer.Content, $"“{answer.Title}” says {kinds.Count} kinds of standard terms ({string.Join('、', kinds)}); at least {FewestKinds} are needed");
        if (kinds.Except(OfBranches).ToList() is { Count: > MostKinds } many)
            seen.Add(answer.Content, $"“{answer.Title}” says {many.Count} kinds of standard terms besides the branches ({string.Join('、', many)}); at most {MostKinds} are heard as spoken");
    }

    private static void CheckAlone(CheckedQuestion seen, CheckedAnswer answer)
    {
        foreach (var stage in answer.Content.Stages)
        {
            foreach (var sentence in Sentences.Split(stage.Text.Text))
            {
                var kinds = In(sentence, seen.Library);
                if (kinds.Count >= 3 && kinds.Sum(k => k.Length) * 100 > SpeechText.Spoken(sentence).Length * MostOfSentence)
                    seen.Add(stage.Text, $"“{sentence.Trim()}” is a list of terms with no deed beside them");
            }
        }
    }
}
