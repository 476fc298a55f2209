using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content.Rules;

/// <summary>A material can be read in the time before the questions.</summary>
internal static class MaterialRules
{
    private const int Shortest = 350, Longest = 900;

    public static void Check(CheckedBank bank)
    {
        foreach (var material in bank.Library.Materials)
        {
            if (SpeechText.CountZi(material.Text) is var zi and (< Shortest or > Longest))
                bank.Add(material, $"the material has {zi} 字; {Shortest} to {Longest} are needed");
            if (material.Html.Split("<table").Length > 2) bank.Add(material, "the material has more than one table");
            if (bank.Library.Questions.Count(q => q.Material == material) < 2)
                bank.Add(material, "fewer than two questions use the material");
        }
    }
}
