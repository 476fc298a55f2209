namespace InterviewPrep.Web.Content.Rules;

/// <summary>Each point of a frame says what counts, what does not, what it is half without, and how it sounds.</summary>
internal static class FrameRules
{
    /// <summary>Seconds of the four stages, as lessons teach them.</summary>
    private static readonly Dictionary<string, int> FourSteps = new() { ["attitude"] = 35, ["action"] = 80, ["longterm"] = 40, ["closing"] = 15 };

    public static void Check(CheckedBank bank)
    {
        foreach (var frame in bank.Library.Frameworks)
        {
            foreach (var point in frame.Points)
            {
                foreach (var (key, text) in new[] { ("counts", point.Counts), ("not", point.CountsNot), ("half", point.Half), ("example", point.Example) })
                {
                    if (text.Length == 0) bank.Add(frame, $"the point {point.Id} has no “{key}”");
                }
            }
            if (frame.Slug != CheckedQuestion.FourSteps) continue;
            foreach (var stage in frame.Stages.Where(s => FourSteps.GetValueOrDefault(s.Id, s.Seconds) != s.Seconds))
                bank.Add(frame, $"{stage.Name} takes {stage.Seconds} seconds; {FourSteps[stage.Id]} are taught");
        }
    }
}
