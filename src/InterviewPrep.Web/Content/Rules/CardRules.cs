namespace InterviewPrep.Web.Content.Rules;

/// <summary>Cards are enough, and each says in which situation one says it.</summary>
internal static class CardRules
{
    private const int Fewest = 120;

    public static void Check(CheckedBank bank)
    {
        foreach (var card in bank.Library.Cards.Where(c => c.Situation.Length == 0))
            bank.Add(card, $"the card “{card.Wording}” has no “情境：”");
        if (bank.Library.Cards.Count < Fewest) bank.AddTo("glossary", $"{bank.Library.Cards.Count} cards; at least {Fewest} are needed");
        var used = bank.Library.Cards.Select(c => c.Situation).ToHashSet();
        if (bank.Library.Cards.Count >= Fewest && Situations.All.Except(used).ToList() is [_, ..] unused)
            bank.AddTo("glossary", $"no card is for {string.Join('、', unused)}");
    }
}
