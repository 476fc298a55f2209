using System.Text.RegularExpressions;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Architecture;

/// <summary>Every name of docs/glossary.md is declared in the file that stands beside it, and the page stays short.</summary>
public sealed partial class GlossaryTests
{
    private const int MostLines = 60;

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "glossary.md"));

    public static TheoryData<string, string> Names()
    {
        var names = new TheoryData<string, string>();
        foreach (Match row in Row().Matches(Page)) names.Add(row.Groups[1].Value, row.Groups[2].Value);
        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_declared_where_the_glossary_says(string name, string file)
    {
        var path = Path.Combine(Rooms.Source, file);
        File.Exists(path).Should().BeTrue(file);
        File.ReadAllText(path).Should().MatchRegex($@"\b(class|record|struct|enum|interface) {name}\b");
    }

    [Fact]
    public void It_is_short_and_no_line_of_it_goes_unread()
    {
        Page.TrimEnd().Split('\n').Should().HaveCountLessThanOrEqualTo(MostLines);
        Page.Split('\n').Count(l => l.StartsWith('|')).Should().Be(Row().Count(Page) + 2, "two lines are the head of the table");
    }

    [GeneratedRegex(@"^\| [^|]+ \| `(\w+)` \| `([\w/.]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
