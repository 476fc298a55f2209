using System.Text.RegularExpressions;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests;

/// <summary>A manual says the words that stand on the screen, or nobody finds them there.</summary>
public sealed partial class GuideTests
{
    private static readonly string[] Kinds = [".cshtml", ".cs", ".js"];

    [Theory]
    [InlineData("teaching.md")]
    [InlineData("learning.md")]
    [InlineData("printing.md")]
    [InlineData("running.md")]
    [InlineData("writing-questions.md")]
    public void Every_quoted_word_of_a_manual_stands_on_a_page(string guide)
    {
        var pages = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "InterviewPrep.Web"), "*", SearchOption.AllDirectories)
            .Where(f => Kinds.Contains(Path.GetExtension(f)) && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(f => Comment().Replace(File.ReadAllText(f), "")));
        // A number that changes is written as n.
        var words = Quoted().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "guide", guide))).SelectMany(m => Number().Split(m.Groups[1].Value)).Distinct();

        words.Where(w => !pages.Contains(w, StringComparison.Ordinal)).Should().BeEmpty();
    }

    // A comment is on no screen.
    [GeneratedRegex(@"@\*.*?\*@|/\*.*?\*/|<!--.*?-->|(?<=^|\s)//[^\n]*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("「([^」]+)」")]
    private static partial Regex Quoted();

    [GeneratedRegex(@" ?n ?|某某| ?\d+ ?/? ?")]
    private static partial Regex Number();
}
