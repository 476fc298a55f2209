namespace InterviewPrep.Web.Content.Rules;

/// <summary>What the model answers share out among them: whole and short ones, voices, and no habit in too many.</summary>
internal static class BankShares
{
    private const string Folder = "questions";

    private const int FewestWhole = 70, FewestVoices = 6, LeastOfVoice = 5, MostOfVoice = 30, MostClipped = 35;

    private const double ShortestClause = 7, LongestClause = 12;

    public static void Check(CheckedBank bank)
    {
        var answers = bank.Answers.ToList();
        if (answers.Count == 0) return;
        var second = answers.Where(a => !a.IsFirst).ToList();
        if (WholeShare(second) is var whole and < FewestWhole)
            bank.AddTo(Folder, $"{whole:0} % of the second answers are whole (at least {AnswerLengths.ShortestWhole} 字); at least {FewestWhole} % are needed");
        foreach (var habit in Habit.All)
        {
            if (habit.ShareOf(answers) is var share && share > habit.Most)
                bank.AddTo(Folder, $"{habit.Name} stands in {share:0} % of the model answers; at most {habit.Most} % are allowed");
        }
        var (mean, clipped) = Clauses.Measure(answers.Select(a => a.Text));
        if (mean is < ShortestClause or > LongestClause)
            bank.AddTo(Folder, $"a clause has {mean:0.0} 字 on average; {ShortestClause} to {LongestClause} are spoken");
        if (clipped > MostClipped)
            bank.AddTo(Folder, $"{clipped:0} % of the clauses have six 字 or fewer; at most {MostClipped} % are allowed");
        CheckVoices(bank);
    }

    /// <summary>Share of whole ones among answers, in percent.</summary>
    public static double WholeShare(IReadOnlyCollection<CheckedAnswer> answers) => Share.Of(answers.Count(a => a.Zi >= AnswerLengths.ShortestWhole), answers.Count);

    private static void CheckVoices(CheckedBank bank)
    {
        var voices = bank.Library.Questions.SelectMany(q => q.Voices).ToList();
        var shares = voices.GroupBy(v => v).Select(g => (Voice: g.Key, Share: Share.Of(g.Count(), voices.Count))).ToList();
        if (shares.Count(s => s.Share >= LeastOfVoice) is var used and < FewestVoices)
            bank.AddTo(Folder, $"{used} voices speak in at least {LeastOfVoice} % of the model answers; at least {FewestVoices} are needed");
        foreach (var (voice, share) in shares.Where(s => s.Share > MostOfVoice))
            bank.AddTo(Folder, $"the voice “{voice}” speaks in {share:0} % of the model answers; at most {MostOfVoice} % are allowed");
    }
}
